package plantrail.query.history;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of the history.
 *
 * @param total how many entries there are in all; at least so many if it is capped
 */
public record HistoryPage(
    List<HistoryEntry> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
