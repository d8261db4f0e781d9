package plantrail.query.targets;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of targets.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record TargetPage(
    List<TargetView> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
