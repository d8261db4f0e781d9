package plantrail.query.inspections;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * An inspection with what happened to it.
 *
 * @param timeline its events, the first one first
 */
public record InspectionAnswer(
    @JsonUnwrapped InspectionView inspection, List<HistoryEntry> timeline, AsOf asOf) {}
