package plantrail.command.budget.correctallocation;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.budget.BudgetCommand;
import plantrail.command.budget.domain.Budget;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.budget.AllocationCorrected;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.message.Actor;

/** Corrects what was allocated. For the fields see {@link AllocationCorrected}. */
public record CorrectAllocation(
    @TargetAggregateIdentifier BudgetId budgetId, long amount, String reason, String basis)
    implements BudgetCommand {

  @Override
  public List<BudgetEvent> follow(Budget budget, Actor actor, Occurrence when) {
    List<BudgetEvent> events =
        budget.take(
            "correct-allocation",
            new AllocationCorrected(budgetId.value(), budget.amount(), amount, reason, basis),
            actor);
    return budget.amount() == amount ? List.of() : events;
  }

  @Override
  public void check(Check check, Budget budget) {
    check
        .that(0 < amount && amount <= Budget.MOST, "amount", "field.not-an-amount")
        .that(
            amount >= budget.total(),
            "amount",
            "field.below-disbursed",
            Long.toString(budget.total()))
        .text(reason, "reason", Check.TEXT)
        .text(basis, "basis", Check.LINE);
  }
}
