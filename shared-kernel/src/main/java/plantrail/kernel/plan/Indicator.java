package plantrail.kernel.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report's form.
 *
 * @param id the indicator's own mark, unique within the form
 * @param name what is asked
 * @param type what its values are
 * @param unit in what it is counted, for example hồ sơ; null if the type says it or nothing does
 * @param rollUp how the values from below become one
 * @param weight mark of the indicator that weighs; only for a weighted average
 * @param numerator mark of the indicator above the line; only for a ratio of sums
 * @param denominator mark of the indicator below the line; only for a ratio of sums
 * @param required whether a report cannot be handed in without it
 */
public record Indicator(
    String id,
    String name,
    IndicatorType type,
    @Nullable String unit,
    Gathering rollUp,
    @Nullable String weight,
    @Nullable String numerator,
    @Nullable String denominator,
    boolean required) {

  /** Whether values of both can be gathered as one. */
  public boolean gathersWith(Indicator other) {
    return id.equals(other.id) && type == other.type && Objects.equals(unit, other.unit);
  }
}
