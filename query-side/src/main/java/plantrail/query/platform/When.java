package plantrail.query.platform;

import org.jspecify.annotations.Nullable;

/**
 * The moment that a question is about, as the client writes it.
 *
 * @param at the past: a day ({@code 2024-06-30}, its end in Vietnam), a moment with offset ({@code
 *     2024-06-30T17:00:00+07:00}) or a position ({@code #4711}); null for now
 * @param after mark of a command; the answer waits until it shows; null to wait for nothing
 */
public record When(@Nullable String at, @Nullable String after) {
  public static final When NOW = new When(null, null);
}
