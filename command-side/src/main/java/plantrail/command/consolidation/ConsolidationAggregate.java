package plantrail.command.consolidation;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.consolidation.consolidatereports.ConsolidateReports;
import plantrail.command.consolidation.correctconsolidation.CorrectConsolidation;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.command.consolidation.forwardconsolidation.ForwardConsolidation;
import plantrail.command.consolidation.renewconsolidation.RenewConsolidation;
import plantrail.command.consolidation.returnconsolidation.ReturnConsolidation;
import plantrail.command.consolidation.transferconsolidation.TransferConsolidation;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Snapshots;
import plantrail.command.platform.Taken;
import plantrail.command.report.domain.OwedReports;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;

/** Routes commands to a consolidation's decisions and applies their events. */
@Revision("7")
@Aggregate(
    type = "Consolidation",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class ConsolidationAggregate {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Consolidation consolidation;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(
      ConsolidateReports command,
      Actor actor,
      Occurrence when,
      Plans plans,
      OwedReports reports,
      Agencies agencies) {
    return Decided.apply(
        command.consolidationId().value(),
        command.decide(consolidation, actor, when, plans, reports, agencies),
        plans.workflows(command.planId()));
  }

  @CommandHandler
  Outcome handle(
      RenewConsolidation command,
      Actor actor,
      Occurrence when,
      Plans plans,
      OwedReports reports,
      Agencies agencies) {
    return Decided.take(
        id,
        consolidation,
        actor,
        begun -> command.decide(begun, actor, when, plans, reports, agencies));
  }

  @CommandHandler
  Outcome handle(CorrectConsolidation command, Actor actor, Occurrence when) {
    return Decided.take(command, id, consolidation, actor, when);
  }

  @CommandHandler
  Outcome handle(ForwardConsolidation command, Actor actor, Occurrence when) {
    return Decided.take(command, id, consolidation, actor, when);
  }

  @CommandHandler
  Outcome handle(ReturnConsolidation command, Actor actor, Occurrence when) {
    return Decided.take(command, id, consolidation, actor, when);
  }

  @CommandHandler
  Outcome handle(TransferConsolidation command, Actor actor, Occurrence when) {
    return Decided.take(command, id, consolidation, actor, when);
  }

  @EventSourcingHandler
  void on(ConsolidationEvent event, Taken taken) {
    id = event.consolidationId();
    consolidation = Consolidation.evolve(consolidation, event, taken);
  }
}
