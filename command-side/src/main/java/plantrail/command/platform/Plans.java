package plantrail.command.platform;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.workflow.UnderPlan;

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
   * The plan in its present version, for what charges anybody with something new or changes what
   * was promised. Refuses with NOT_FOUND if there is none, and with INVALID_STATE if it is not in
   * force.
   */
  default PlanIssued inForce(String planId) {
    return refusing(UnderPlan.IN_FORCE, planId);
  }

  /**
   * The plan in its present version, for what settles or tells what was begun under it, which may
   * come after its conclusion. Refuses with NOT_FOUND if there is none, and with INVALID_STATE if
   * it was revoked or another took its place.
   */
  default PlanIssued carriedOut(String planId) {
    return refusing(UnderPlan.CARRIED_OUT, planId);
  }

  /** Refuses with INVALID_STATE unless the plan is what a step demands; null passes. */
  default void demand(UnderPlan what, @Nullable String planId) {
    if (planId != null && what != UnderPlan.WHATEVER) {
      refusing(what, planId);
    }
  }

  private PlanIssued refusing(UnderPlan demanded, String planId) {
    PlanIssued plan = get(planId);
    PlanStatus status = status(planId);
    if (status == null || !demanded.allows(status)) {
      throw Refusal.of(
          RefusalCode.INVALID_STATE,
          "field.plan-not-in-force",
          plan.document(),
          "@state.plan." + status);
    }
    return plan;
  }

  /**
   * The plan in its present version, whatever became of it: for what the system does because of it,
   * and for what is only read. Refuses with NOT_FOUND if there is none.
   */
  default PlanIssued get(String planId) {
    PlanIssued plan = find(planId);
    if (plan == null) {
      throw Refusal.notFound(planId);
    }
    return plan;
  }
}
