package plantrail.command.budget.allocatebudget;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.budget.domain.Budget;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Concern;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.workflow.BudgetWorkflow;
import plantrail.kernel.workflow.PlanWorkflow;

/** Allocates money for a plan to an agency. For the fields see {@link BudgetAllocated}. */
public record AllocateBudget(
    String planId, @Nullable String item, String agency, String source, long amount, String basis)
    implements Command {

  @TargetAggregateIdentifier
  public BudgetId budgetId() {
    return BudgetId.of(planId, item, agency, source);
  }

  public List<BudgetEvent> decide(
      @Nullable Budget budget, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    PlanIssued plan = plans.get(planId);
    BudgetWorkflow.TABLE
        .at(plan.workflows())
        .permit("allocate-budget", PlanWorkflow.relations(actor, plan.issuer(), plan.focal()));
    plans.demand("allocate-budget", plan);
    if (budget != null) {
      if (budget.allocated().amount() == amount && budget.allocated().basis().equals(basis)) {
        return List.of();
      }
      throw Refusal.of(RefusalCode.ALREADY_EXISTS, "refusal.budget-exists", source, agency);
    }
    when.check(plan.issueDate())
        .that(
            item == null || plan.items().stream().anyMatch(each -> each.outline().equals(item)),
            "item",
            "field.unknown-item",
            String.valueOf(item))
        .that(
            agencies.exists(agency) && Concern.of(plan, agency, when.day(), agencies),
            "agency",
            "field.not-concerned",
            agency)
        .text(source, "source", Check.LINE)
        .that(0 < amount && amount <= Budget.MOST, "amount", "field.not-an-amount")
        .text(basis, "basis", Check.LINE)
        .done();
    return List.of(
        new BudgetAllocated(
            budgetId().value(),
            planId,
            plan.document(),
            item,
            agency,
            source,
            amount,
            basis,
            plan.issuer(),
            plan.focal(),
            when.day()));
  }
}
