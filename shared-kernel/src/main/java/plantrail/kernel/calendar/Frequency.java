package plantrail.kernel.calendar;

/** How often a report falls due. */
public enum Frequency {
  /** A single day, as of reports that are called for; no rule runs by it. */
  DAY(0),
  /** From Monday to Sunday. */
  WEEK(0),
  MONTH(1),
  QUARTER(3),
  HALF_YEAR(6),
  YEAR(12),
  /** On demand, or at a rhythm that the plan does not state: no periods follow from it. */
  ON_DEMAND(0);

  private final int months;

  Frequency(int months) {
    this.months = months;
  }

  /** Length in months; 0 where periods are not made of months. */
  public int months() {
    return months;
  }
}
