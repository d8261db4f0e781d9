package plantrail.query.targets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * A target with what happened to it.
 *
 * @param timeline its events, the first one first
 */
public record TargetAnswer(
    @JsonUnwrapped TargetView target, List<HistoryEntry> timeline, AsOf asOf) {}
