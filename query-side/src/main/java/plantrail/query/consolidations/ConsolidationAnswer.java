package plantrail.query.consolidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * A consolidation with what happened to it.
 *
 * @param timeline its events, the first one first
 */
public record ConsolidationAnswer(
    @JsonUnwrapped ConsolidationView consolidation, List<HistoryEntry> timeline, AsOf asOf) {}
