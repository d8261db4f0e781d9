package plantrail.command.budget.correctdisbursement;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.budget.BudgetCommand;
import plantrail.command.budget.domain.Budget;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.budget.DisbursementCorrected;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;

/** Corrects a disbursement. For the fields see {@link DisbursementCorrected}. */
public record CorrectDisbursement(
    @TargetAggregateIdentifier BudgetId budgetId, String voucher, long amount, String reason)
    implements BudgetCommand {

  @Override
  public List<BudgetEvent> follow(Budget budget, Actor actor, Occurrence when) {
    budget.permit("correct-disbursement", actor);
    Budget.Disbursed disbursed = budget.disbursed().get(voucher);
    if (disbursed == null) {
      throw Refusal.notFound(voucher);
    }
    long before = disbursed.amount();
    List<BudgetEvent> events =
        budget.take(
            "correct-disbursement",
            new DisbursementCorrected(budgetId.value(), voucher, before, amount, reason),
            actor);
    return before == amount ? List.of() : events;
  }

  @Override
  public void check(Check check, Budget budget) {
    Budget.Disbursed before = budget.disbursed().get(voucher);
    long most = budget.left() + (before == null ? 0 : before.amount());
    check
        .that(amount >= 0, "amount", "field.not-an-amount")
        .that(amount <= most, "amount", "field.beyond-allocation", Long.toString(most))
        .text(reason, "reason", Check.TEXT);
  }
}
