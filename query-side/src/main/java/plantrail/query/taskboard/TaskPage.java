package plantrail.query.taskboard;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of tasks.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record TaskPage(
    List<TaskView> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
