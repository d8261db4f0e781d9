package plantrail.query.inspections;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** One inspection. Answered with an {@link InspectionAnswer}. */
public record GetInspection(Actor reader, When when, String id) {}
