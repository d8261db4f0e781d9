package plantrail.query.agencies;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of agencies.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record AgencyPage(
    List<AgencyView> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
