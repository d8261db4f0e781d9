package plantrail.kernel.calendar;

/** How the working calendar of a year stands. */
public enum CalendarState {
  /** It has days that a notice made other than the law alone gives. */
  NOTICED
}
