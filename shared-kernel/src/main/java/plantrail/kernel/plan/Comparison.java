package plantrail.kernel.plan;

/** How a measured value is held against a target. */
public enum Comparison {
  AT_LEAST,
  AT_MOST,
  EQUAL,
  /** More than the year before, where more is better. */
  BETTER_THAN_LAST_YEAR,
  /** Less than the year before, where less is better: files that are late, say. */
  LOWER_THAN_LAST_YEAR,
  /** Stated in words only. */
  QUALITATIVE;

  /** Whether a value is held against that of the year before. */
  public boolean withLastYear() {
    return this == BETTER_THAN_LAST_YEAR || this == LOWER_THAN_LAST_YEAR;
  }
}
