package plantrail.query.agencies;

import plantrail.query.platform.When;

/** What an agency was called. Answered with an {@link AgencyName}. */
public record NameAgency(When when, String code) {}
