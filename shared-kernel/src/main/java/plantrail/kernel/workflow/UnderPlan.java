package plantrail.kernel.workflow;

import plantrail.kernel.plan.PlanStatus;

/**
 * What a step demands of the plan to which its subject belongs. What the system does follows from
 * what was decided while it was right, so that nothing is demanded of it.
 */
public enum UnderPlan {
  /**
   * Charges somebody with something new, or again with what was finished, or changes what was
   * promised: only while it is in force.
   */
  IN_FORCE,

  /**
   * Settles or tells what was begun under it: after its conclusion too, but not once it was revoked
   * or another took its place.
   */
  CARRIED_OUT,

  /**
   * Ends something or puts the record right whatever became of the plan, or goes by the state of
   * its subject alone, which the plan's end closes.
   */
  WHATEVER;

  /** Whether a plan of that status is what is demanded. */
  public boolean allows(PlanStatus status) {
    return switch (this) {
      case IN_FORCE -> status == PlanStatus.IN_FORCE;
      case CARRIED_OUT -> status != PlanStatus.REVOKED && status != PlanStatus.SUPERSEDED;
      case WHATEVER -> true;
    };
  }
}
