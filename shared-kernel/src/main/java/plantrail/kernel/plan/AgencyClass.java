package plantrail.kernel.plan;

import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;

/**
 * A class of agencies below the issuer, such as "UBND các huyện": all of that kind at that level.
 */
public record AgencyClass(AgencyKind kind, AgencyLevel level) {}
