package plantrail.command;

import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Plans;

/**
 * What a step demands of the plan to which its subject belongs. What the system does follows from
 * what was decided while it was right, so that nothing is demanded of it.
 */
public enum UnderPlan {
  /**
   * Charges somebody with something new, or changes what was promised: only while it is in force.
   */
  IN_FORCE {
    @Override
    void demand(Plans plans, String planId) {
      plans.inForce(planId);
    }
  },

  /**
   * Settles or tells what was begun under it: after its conclusion too, but not once it was revoked
   * or another took its place.
   */
  CARRIED_OUT {
    @Override
    void demand(Plans plans, String planId) {
      plans.carriedOut(planId);
    }
  },

  /**
   * Ends something or puts the record right whatever became of the plan, or goes by the state of
   * its subject alone, which the plan's end closes.
   */
  WHATEVER {
    @Override
    void demand(Plans plans, String planId) {}
  };

  abstract void demand(Plans plans, String planId);

  /** Refuses with INVALID_STATE unless the plan is what is demanded; null passes. */
  public void check(Plans plans, @Nullable String planId) {
    if (planId != null) {
      demand(plans, planId);
    }
  }
}
