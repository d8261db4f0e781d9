package plantrail.query.budgets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import plantrail.query.history.HistoryEntry;
import plantrail.query.platform.AsOf;

/**
 * A budget with what happened to it.
 *
 * @param timeline its events, the first one first
 */
public record BudgetAnswer(
    @JsonUnwrapped BudgetView budget, List<HistoryEntry> timeline, AsOf asOf) {}
