package plantrail.query.planregister;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** One plan. Answered with a {@link PlanAnswer}. */
public record GetPlan(Actor reader, When when, String id) {}
