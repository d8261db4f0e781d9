package plantrail.query.consolidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * A consolidation with what happened to it.
 *
 * @param stale whether it would be another one if it were made anew, while it is with the channel
 *     agency: other reports have come in since, state other figures, are owed or ask for other
 *     things
 * @param timeline its events, the first one first
 */
public record ConsolidationAnswer(
    @JsonUnwrapped ConsolidationView consolidation,
    boolean stale,
    List<HistoryEntry> timeline,
    AsOf asOf) {}
