package plantrail.kernel.task;

import org.jspecify.annotations.Nullable;

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
  CANCELLED;

  /**
   * Whether a task that has come so far may be charged anew: one that was called off, but for parts
   * and what an inspection recommends. Another part or inspection says those anew.
   *
   * @param parentTask identifier of the task that it is a part of; null if of none
   * @param inspection identifier of the inspection that recommends it; null if none does
   */
  public boolean mayBeginAnew(@Nullable String parentTask, @Nullable String inspection) {
    return this == CANCELLED && parentTask == null && inspection == null;
  }
}
