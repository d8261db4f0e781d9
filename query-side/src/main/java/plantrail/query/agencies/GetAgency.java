package plantrail.query.agencies;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** One agency. Answered with an {@link AgencyAnswer}. */
public record GetAgency(Actor reader, When when, String code) {}
