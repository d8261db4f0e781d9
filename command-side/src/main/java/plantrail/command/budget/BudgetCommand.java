package plantrail.command.budget;

import plantrail.command.StepCommand;
import plantrail.command.budget.domain.Budget;
import plantrail.kernel.budget.BudgetEvent;

/** A step of a budget that has begun. */
public interface BudgetCommand extends StepCommand<Budget, BudgetEvent> {}
