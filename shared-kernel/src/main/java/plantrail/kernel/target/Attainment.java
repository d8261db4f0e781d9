package plantrail.kernel.target;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.Comparison;

/** How what was measured stands against what was promised; computed, never stored. */
public enum Attainment {
  ATTAINED,
  /** Attained, but only by what was measured after the last day. */
  ATTAINED_LATE,
  NOT_ATTAINED,
  /** Nothing was measured yet, or not everywhere, or not what the comparison needs. */
  NOT_MEASURED,
  /** Promised in words only: there is nothing to compute. */
  QUALITATIVE;

  /** Whether it is attained, in time or not. */
  public boolean isAttained() {
    return this == ATTAINED || this == ATTAINED_LATE;
  }

  /**
   * Holds a measured value against a target, whenever it was measured.
   *
   * @param promised the value promised; null where last year's is what it is held against
   * @param measured the value measured; null if none was
   * @param lastYear the value of the year before; null if not known
   */
  public static Attainment of(
      Comparison comparison,
      @Nullable BigDecimal promised,
      @Nullable BigDecimal measured,
      @Nullable BigDecimal lastYear) {
    BigDecimal against = comparison.withLastYear() ? lastYear : promised;
    if (comparison == Comparison.QUALITATIVE) {
      return QUALITATIVE;
    }
    if (measured == null || against == null) {
      return NOT_MEASURED;
    }
    int difference = measured.compareTo(against);
    boolean attained =
        switch (comparison) {
          case AT_LEAST -> difference >= 0;
          case AT_MOST -> difference <= 0;
          case EQUAL -> difference == 0;
          case BETTER_THAN_LAST_YEAR -> difference > 0;
          case LOWER_THAN_LAST_YEAR -> difference < 0;
          case QUALITATIVE -> false;
        };
    return attained ? ATTAINED : NOT_ATTAINED;
  }
}
