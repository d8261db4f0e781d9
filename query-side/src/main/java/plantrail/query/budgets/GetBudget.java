package plantrail.query.budgets;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** One budget. Answered with a {@link BudgetAnswer}. */
public record GetBudget(Actor reader, When when, String id) {}
