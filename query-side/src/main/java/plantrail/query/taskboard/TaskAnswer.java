package plantrail.query.taskboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * A task with its parts and what happened to it.
 *
 * @param children its parts, charged to agencies below the responsible one
 * @param timeline its events, the first one first
 */
public record TaskAnswer(
    @JsonUnwrapped TaskView task,
    List<TaskView> children,
    List<HistoryEntry> timeline,
    AsOf asOf) {}
