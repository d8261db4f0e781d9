package plantrail.query.agencies;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * An agency with those directly below it.
 *
 * @param subordinates the agencies directly below on that day, by code; of one that has ended those
 *     on its last day
 * @param predecessors codes of those that it took over from
 */
public record AgencyAnswer(
    @JsonUnwrapped AgencyView agency,
    List<AgencyView> subordinates,
    List<String> predecessors,
    AsOf asOf) {}
