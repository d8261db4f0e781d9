package plantrail.query.inspections;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of inspections.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record InspectionPage(
    List<InspectionView> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
