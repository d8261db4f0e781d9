package plantrail.kernel.plan;

/** What becomes of the last timely days of open duties when a suspended plan goes on. */
public enum DueMoments {
  /** They stay; the days of the suspension count. */
  KEEP,
  /** They move by as many days as the plan rested. */
  SHIFT
}
