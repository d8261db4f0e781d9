package plantrail.kernel.calendar;

/** How a due rule's words bind the day that they name. */
public enum Bound {
  /** "trước ngày D": the last timely day is the day before D. */
  BEFORE,
  /** "chậm nhất ngày D": D itself is timely. */
  BY
}
