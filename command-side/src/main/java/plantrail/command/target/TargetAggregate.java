package plantrail.command.target;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Snapshots;
import plantrail.command.platform.Taken;
import plantrail.command.target.changetarget.ChangeTarget;
import plantrail.command.target.correctmeasurement.CorrectMeasurement;
import plantrail.command.target.domain.Target;
import plantrail.command.target.recordmeasurement.RecordMeasurement;
import plantrail.command.target.settarget.SetTarget;
import plantrail.command.target.transfertarget.TransferTarget;
import plantrail.command.target.withdrawtarget.WithdrawTarget;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.target.TargetEvent;

/** Routes commands to a target's decisions and applies their events. */
@Revision("5")
@Aggregate(
    type = "Target",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class TargetAggregate {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Target target;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(SetTarget command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.apply(
        command.targetId().value(),
        command.decide(target, actor, when, plans, agencies),
        plans.workflows(command.planId()));
  }

  @CommandHandler
  Outcome handle(
      ChangeTarget command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.take(
        id, target, actor, begun -> command.decide(begun, actor, when, plans, agencies));
  }

  @CommandHandler
  Outcome handle(
      RecordMeasurement command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.take(
        id, target, actor, begun -> command.decide(begun, actor, when, plans, agencies));
  }

  @CommandHandler
  Outcome handle(CorrectMeasurement command, Actor actor, Occurrence when) {
    return Decided.take(command, id, target, actor, when);
  }

  @CommandHandler
  Outcome handle(WithdrawTarget command, Actor actor, Occurrence when, Plans plans) {
    return Decided.take(command, id, target, actor, when, plans);
  }

  @CommandHandler
  Outcome handle(TransferTarget command, Actor actor, Occurrence when) {
    return Decided.take(command, id, target, actor, when);
  }

  @EventSourcingHandler
  void on(TargetEvent event, Taken taken) {
    id = event.targetId();
    target = Target.evolve(target, event, taken);
  }
}
