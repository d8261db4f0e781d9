package plantrail.command.platform;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.plan.PlanIssued;

/** What decisions about duties need to know of the plan that they belong to. */
public interface Plans {
  /** The plan as issued; null if there is none. */
  @Nullable PlanIssued find(String planId);

  /** The plan as issued; refuses with NOT_FOUND if there is none. */
  default PlanIssued get(String planId) {
    PlanIssued plan = find(planId);
    if (plan == null) {
      throw Refusal.notFound(planId);
    }
    return plan;
  }
}
