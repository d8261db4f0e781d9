package plantrail.query.agencies;

import plantrail.query.platform.When;

/** Whether and how an agency has ended. Answered with an {@link AgencyEnd}. */
public record EndOfAgency(When when, String code) {}
