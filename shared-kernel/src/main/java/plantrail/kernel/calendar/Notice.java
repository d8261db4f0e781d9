package plantrail.kernel.calendar;

/** What the system says about a duty by itself. */
public enum Notice {
  /** The last timely day comes near. */
  REMINDER,
  /** The last timely day has passed. */
  LAPSE,
  /** It has passed for so long that the superior agency is told. */
  ESCALATION
}
