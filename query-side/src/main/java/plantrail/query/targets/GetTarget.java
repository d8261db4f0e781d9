package plantrail.query.targets;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** One target. Answered with a {@link TargetAnswer}. */
public record GetTarget(Actor reader, When when, String id) {}
