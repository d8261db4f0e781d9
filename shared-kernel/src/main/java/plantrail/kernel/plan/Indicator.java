package plantrail.kernel.plan;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report's form.
 *
 * @param id the indicator's own mark, unique within the form
 * @param name what is asked
 * @param type what its values are
 * @param unit in what it is counted, for example hồ sơ; null if the type says it or nothing does
 * @param rollUp how the values from below become one; as its type admits
 * @param weight mark of the indicator that weighs; only for a weighted average
 * @param numerator mark of the indicator above the line, itself gathered as a sum; only for a ratio
 *     of sums
 * @param denominator mark of the indicator below the line, likewise; only for a ratio of sums
 * @param required whether a report cannot be handed in without it
 * @param lowest the lowest value that it can have, if it is a number; null for 0
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
    boolean required,
    @Nullable BigDecimal lowest) {
  /** Below every number that a type accepts. */
  private static final BigDecimal BELOW_ALL = BigDecimal.TEN.pow(18).negate();

  /** One whose values are never below 0. */
  public Indicator(
      String id,
      String name,
      IndicatorType type,
      @Nullable String unit,
      Gathering rollUp,
      @Nullable String weight,
      @Nullable String numerator,
      @Nullable String denominator,
      boolean required) {
    this(id, name, type, unit, rollUp, weight, numerator, denominator, required, null);
  }

  /** The lowest value that a number of it can have. */
  public BigDecimal floor() {
    return lowest == null ? BigDecimal.ZERO : lowest;
  }

  /** Whether a text that its type accepts is not below its lowest value. */
  public boolean reaches(String value) {
    return !type.number() || !type.accepts(value) || new BigDecimal(value).compareTo(floor()) >= 0;
  }

  /**
   * What the one value that is made of many is held to: of what type it is and how low it can be. A
   * count is a whole number whatever is counted. A sum is as low as its parts make it: where none
   * of them is below 0 it is not either, and where one can be there is no lowest. All else lies
   * among the values that it is made of.
   */
  public Indicator gathered() {
    return switch (rollUp) {
      case COUNT -> held(IndicatorType.INTEGER, null);
      case SUM -> held(type, floor().signum() < 0 ? BELOW_ALL : null);
      case WEIGHTED_AVERAGE, RATIO_OF_SUMS, LATEST, NONE -> this;
    };
  }

  private Indicator held(IndicatorType to, @Nullable BigDecimal least) {
    return new Indicator(
        id, name, to, unit, rollUp, weight, numerator, denominator, required, least);
  }

  /** Whether values of both can be gathered as one. */
  public boolean gathersWith(Indicator other) {
    return id.equals(other.id) && type == other.type && Objects.equals(unit, other.unit);
  }
}
