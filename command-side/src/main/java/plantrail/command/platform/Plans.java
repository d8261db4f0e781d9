package plantrail.command.platform;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.workflow.UnderPlan;
import plantrail.kernel.workflow.Workflows;

/** What decisions about duties need to know of the plan that they belong to. Exact. */
public interface Plans {
  /** The plan in its present version; null if there is none. */
  @Nullable PlanIssued find(String planId);

  /** The plan in that version, from 1; refuses with NOT_FOUND if there is none. */
  PlanIssued version(String planId, int version);

  /** How far the plan has come; null if there is none. */
  @Nullable PlanStatus status(String planId);

  /**
   * Version of the workflow tables by which all goes that belongs to the plan; null if that was not
   * recorded, or if there is no such plan.
   */
  default @Nullable Integer workflows(String planId) {
    PlanIssued plan = find(planId);
    return plan == null ? null : plan.workflows();
  }

  /**
   * Refuses with INVALID_STATE unless the plan is what a step demands, and with NOT_FOUND if there
   * is none; null passes. Asked for once it is settled that the actor may take the step.
   */
  default void demand(UnderPlan what, @Nullable String planId) {
    if (planId == null || what == UnderPlan.WHATEVER) {
      return;
    }
    PlanIssued plan = get(planId);
    PlanStatus status = status(planId);
    if (status == null || !what.allows(status)) {
      throw Refusal.of(
          RefusalCode.INVALID_STATE,
          "field.plan-not-in-force",
          plan.document(),
          "@state.plan." + status);
    }
  }

  /**
   * As above, of what that step demands of the plan under which it begins something.
   *
   * @param step name of the step
   */
  default void demand(String step, PlanIssued plan) {
    demand(Workflows.of(step).at(plan.workflows()).step(step).under(), plan.planId());
  }

  /**
   * The plan in its present version, whatever became of it; what may only be done under one that is
   * in force asks {@link #demand} too. Refuses with NOT_FOUND if there is none.
   */
  default PlanIssued get(String planId) {
    PlanIssued plan = find(planId);
    if (plan == null) {
      throw Refusal.notFound(planId);
    }
    return plan;
  }
}
