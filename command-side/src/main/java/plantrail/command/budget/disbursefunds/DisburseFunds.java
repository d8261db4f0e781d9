package plantrail.command.budget.disbursefunds;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.budget.BudgetCommand;
import plantrail.command.budget.domain.Budget;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.budget.FundsDisbursed;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/** Disburses money of a budget, within what is left. For the fields see {@link FundsDisbursed}. */
public record DisburseFunds(
    @TargetAggregateIdentifier BudgetId budgetId,
    String voucher,
    long amount,
    @Nullable String purpose)
    implements BudgetCommand {

  @Override
  public List<BudgetEvent> follow(Budget budget, Actor actor, Occurrence when) {
    List<BudgetEvent> events =
        budget.take(
            "disburse-funds",
            new FundsDisbursed(budgetId.value(), voucher, amount, purpose, when.day()),
            actor);
    Budget.Disbursed before = budget.disbursed().get(voucher);
    if (before == null) {
      return events;
    }
    if (before.equals(new Budget.Disbursed(amount, purpose))) {
      return List.of();
    }
    throw Refusal.of(RefusalCode.ALREADY_EXISTS, "refusal.voucher-exists", voucher);
  }

  @Override
  public void check(Check check, Budget budget) {
    check
        .text(voucher, "voucher", Check.LINE)
        .text(purpose, "purpose", Check.TEXT)
        .that(amount > 0, "amount", "field.not-an-amount")
        .that(
            budget.disbursed().containsKey(voucher) || amount <= budget.left(),
            "amount",
            "field.beyond-allocation",
            Long.toString(budget.left()));
  }
}
