package plantrail.command.budget;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.budget.allocatebudget.AllocateBudget;
import plantrail.command.budget.correctallocation.CorrectAllocation;
import plantrail.command.budget.correctdisbursement.CorrectDisbursement;
import plantrail.command.budget.disbursefunds.DisburseFunds;
import plantrail.command.budget.domain.Budget;
import plantrail.command.budget.transferbudget.TransferBudget;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Snapshots;
import plantrail.command.platform.Taken;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;

/** Routes commands to a budget's decisions and applies their events. */
@Revision("3")
@Aggregate(
    type = "Budget",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class BudgetAggregate {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Budget budget;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(
      AllocateBudget command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.apply(
        command.budgetId().value(),
        command.decide(budget, actor, when, plans, agencies),
        plans.workflows(command.planId()));
  }

  @CommandHandler
  Outcome handle(CorrectAllocation command, Actor actor, Occurrence when, Plans plans) {
    return Decided.take(command, id, budget, actor, when, plans);
  }

  @CommandHandler
  Outcome handle(DisburseFunds command, Actor actor, Occurrence when, Plans plans) {
    return Decided.take(command, id, budget, actor, when, plans);
  }

  @CommandHandler
  Outcome handle(CorrectDisbursement command, Actor actor, Occurrence when) {
    return Decided.take(command, id, budget, actor, when);
  }

  @CommandHandler
  Outcome handle(TransferBudget command, Actor actor, Occurrence when) {
    return Decided.take(command, id, budget, actor, when);
  }

  @EventSourcingHandler
  void on(BudgetEvent event, Taken taken) {
    id = event.budgetId();
    budget = Budget.evolve(budget, event, taken);
  }
}
