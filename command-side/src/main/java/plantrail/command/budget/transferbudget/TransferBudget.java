package plantrail.command.budget.transferbudget;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.budget.BudgetCommand;
import plantrail.command.budget.domain.Budget;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.budget.BudgetTransferred;
import plantrail.kernel.message.Actor;

/**
 * Puts the successor of a merged or dissolved agency in its place, wherever that stood. Given by
 * the system; if it stands nowhere, there is nothing to do.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on
 */
public record TransferBudget(
    @TargetAggregateIdentifier BudgetId budgetId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements BudgetCommand {

  @Override
  public List<BudgetEvent> follow(Budget budget, Actor actor, Occurrence when) {
    budget.open("transfer-budget", actor);
    return budget.parties().include(predecessor)
        ? budget.take(
            "transfer-budget",
            new BudgetTransferred(budgetId.value(), predecessor, successor, reason, basis),
            actor)
        : List.of();
  }
}
