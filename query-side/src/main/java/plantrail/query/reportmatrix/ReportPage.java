package plantrail.query.reportmatrix;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of reports.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record ReportPage(
    List<ReportView> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
