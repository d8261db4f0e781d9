package plantrail.query.taskboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * A task with what happened to it.
 *
 * @param timeline its events, the first one first
 */
public record TaskAnswer(@JsonUnwrapped TaskView task, List<HistoryEntry> timeline, AsOf asOf) {}
