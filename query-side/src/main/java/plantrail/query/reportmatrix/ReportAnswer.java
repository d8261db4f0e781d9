package plantrail.query.reportmatrix;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * A report with what happened to it.
 *
 * @param timeline its events, the first one first
 */
public record ReportAnswer(
    @JsonUnwrapped ReportView report, List<HistoryEntry> timeline, AsOf asOf) {}
