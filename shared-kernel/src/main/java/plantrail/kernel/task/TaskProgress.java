package plantrail.kernel.task;

/** How far a task has come. Whether it is late is another matter, computed from dates. */
public enum TaskProgress {
  ASSIGNED,
  ACCEPTED,
  IN_PROGRESS,
  /** A result awaits acceptance. */
  SUBMITTED,
  /** The result was sent back for rework. */
  RETURNED,
  /** The agency that was charged did not take it on: back with the assigner. */
  DECLINED,
  COMPLETED,
  /** Called off: nothing is owed any more. */
  CANCELLED
}
