package plantrail.query.planregister;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** What a plan is called, if the reader may know of it. Answered with a {@link PlanName}. */
public record NamePlan(Actor reader, When when, String id) {}
