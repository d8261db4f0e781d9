package plantrail.query.consolidations;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** One consolidation. Answered with a {@link ConsolidationAnswer}. */
public record GetConsolidation(Actor reader, When when, String id) {}
