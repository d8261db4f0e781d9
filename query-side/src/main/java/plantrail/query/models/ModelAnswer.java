package plantrail.query.models;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * A model with what happened to it.
 *
 * @param timeline its events, the first one first
 */
public record ModelAnswer(@JsonUnwrapped ModelView model, List<HistoryEntry> timeline, AsOf asOf) {}
