package plantrail.kernel.calendar;

/** Whether offices work on a day. */
public enum DayKind {
  WORKED,
  OFF
}
