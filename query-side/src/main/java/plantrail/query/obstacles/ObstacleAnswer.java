package plantrail.query.obstacles;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * An obstacle with what happened to it.
 *
 * @param timeline its events, the first one first
 */
public record ObstacleAnswer(
    @JsonUnwrapped ObstacleView obstacle, List<HistoryEntry> timeline, AsOf asOf) {}
