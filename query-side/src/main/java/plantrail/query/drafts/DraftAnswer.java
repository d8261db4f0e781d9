package plantrail.query.drafts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.kernel.plan.PlanContent;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * A draft in full.
 *
 * @param content what it says
 * @param timeline its events, the first one first
 */
public record DraftAnswer(
    @JsonUnwrapped DraftView draft, PlanContent content, List<HistoryEntry> timeline, AsOf asOf) {}
