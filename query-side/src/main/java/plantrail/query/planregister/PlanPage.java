package plantrail.query.planregister;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of plans.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record PlanPage(
    List<PlanView> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
