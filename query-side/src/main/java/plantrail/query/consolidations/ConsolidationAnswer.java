package plantrail.query.consolidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * A consolidation with what happened to it.
 *
 * @param stale whether other reports than it is made of have come in since, or state other figures,
 *     while it is with the channel agency: it is to be made anew
 * @param timeline its events, the first one first
 */
public record ConsolidationAnswer(
    @JsonUnwrapped ConsolidationView consolidation,
    boolean stale,
    List<HistoryEntry> timeline,
    AsOf asOf) {}
