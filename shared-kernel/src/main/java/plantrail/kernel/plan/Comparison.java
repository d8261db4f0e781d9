package plantrail.kernel.plan;

/** How a measured value is held against a target. */
public enum Comparison {
  AT_LEAST,
  AT_MOST,
  EQUAL,
  BETTER_THAN_LAST_YEAR,
  /** Stated in words only. */
  QUALITATIVE
}
