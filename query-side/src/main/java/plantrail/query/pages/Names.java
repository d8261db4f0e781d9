package plantrail.query.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.query.agencies.AgencyName;
import plantrail.query.agencies.NameAgency;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** Agencies by their names, for what carries only a code: people know names. */
public final class Names {
  private final Queries queries;
  private final When when;
  private final Map<String, String> known = new HashMap<>();

  /**
   * @param at the moment that the page shows; null for now
   */
  Names(Queries queries, @Nullable String at) {
    this.queries = queries;
    this.when = new When(at, null);
  }

  /** The agency's name at that moment; its code if it had none. */
  public String of(String code) {
    return known.computeIfAbsent(
        code,
        key ->
            Objects.requireNonNullElse(
                queries.ask(new NameAgency(when, key), AgencyName.class).name(), key));
  }
}
