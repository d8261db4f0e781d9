package plantrail.query.agencies;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * An agency with those directly below it.
 *
 * @param subordinates the agencies directly below, by code
 */
public record AgencyAnswer(
    @JsonUnwrapped AgencyView agency, List<AgencyView> subordinates, AsOf asOf) {}
