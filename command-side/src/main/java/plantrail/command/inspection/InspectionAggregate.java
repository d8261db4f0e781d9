package plantrail.command.inspection;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.inspection.begininspection.BeginInspection;
import plantrail.command.inspection.cancelinspection.CancelInspection;
import plantrail.command.inspection.closeinspection.CloseInspection;
import plantrail.command.inspection.confirmremedy.ConfirmRemedy;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.inspection.planinspection.PlanInspection;
import plantrail.command.inspection.recordfindings.RecordFindings;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.inspection.transferinspection.TransferInspection;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Snapshots;
import plantrail.command.platform.Taken;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;

/** Routes commands to an inspection's decisions and applies their events. */
@Revision("3")
@Aggregate(
    type = "Inspection",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class InspectionAggregate {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Inspection inspection;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(
      RecordInspection command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.apply(
        command.inspectionId().value(),
        command.decide(inspection, actor, when, plans, agencies),
        plans.workflows(command.planId()));
  }

  /** One of those that a decision orders, see {@link PlannedInspections}. */
  Outcome handle(
      PlanInspection command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.apply(
        command.inspectionId().value(),
        command.decide(inspection, actor, when, plans, agencies),
        plans.workflows(command.planId()));
  }

  @CommandHandler
  Outcome handle(BeginInspection command, Actor actor, Occurrence when, Plans plans) {
    return Decided.take(command, id, inspection, actor, when, plans);
  }

  @CommandHandler
  Outcome handle(RecordFindings command, Actor actor, Occurrence when, Plans plans) {
    return Decided.take(command, id, inspection, actor, when, plans);
  }

  @CommandHandler
  Outcome handle(CancelInspection command, Actor actor, Occurrence when, Plans plans) {
    return Decided.take(command, id, inspection, actor, when, plans);
  }

  @CommandHandler
  Outcome handle(ConfirmRemedy command, Actor actor, Occurrence when, Tasks tasks) {
    return Decided.take(id, inspection, actor, begun -> command.decide(begun, actor, when, tasks));
  }

  @CommandHandler
  Outcome handle(CloseInspection command, Actor actor, Occurrence when, Tasks tasks) {
    return Decided.take(id, inspection, actor, begun -> command.decide(begun, actor, when, tasks));
  }

  @CommandHandler
  Outcome handle(TransferInspection command, Actor actor, Occurrence when) {
    return Decided.take(command, id, inspection, actor, when);
  }

  @EventSourcingHandler
  void on(InspectionEvent event, Taken taken) {
    id = event.inspectionId();
    inspection = Inspection.evolve(inspection, event, taken);
  }
}
