package plantrail.query.budgets;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of budgets.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record BudgetPage(
    List<BudgetView> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
