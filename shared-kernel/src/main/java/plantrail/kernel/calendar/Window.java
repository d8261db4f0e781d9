package plantrail.kernel.calendar;

/** Which days a period's figures cover. */
public enum Window {
  /** From the first to the last day of the period's months. */
  CALENDAR,
  /**
   * From the 15th of the month before to the 14th of the last month, as reporting regimes issued
   * under Decree 09/2019/NĐ-CP run: the year from 15 December to 14 December.
   */
  DECREE_09_2019
}
