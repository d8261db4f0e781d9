package plantrail.command.mandate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.mandate.domain.Mandate;
import plantrail.command.mandate.grantmandate.GrantMandate;
import plantrail.command.mandate.revokemandate.RevokeMandate;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.People;
import plantrail.command.platform.Plans;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Snapshots;
import plantrail.kernel.mandate.MandateEvent;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;

/** Routes commands to a mandate's decisions and applies their events. */
@Revision("1")
@Aggregate(
    type = "Mandate",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class MandateAggregate {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Mandate mandate;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(GrantMandate command, Actor actor, Agencies agencies, Plans plans, People people) {
    return Decided.apply(
        command.mandateId().value(), command.decide(mandate, actor, agencies, plans, people));
  }

  @CommandHandler
  Outcome handle(RevokeMandate command, Actor actor, Occurrence when) {
    return Decided.take(command, id, mandate, actor, when);
  }

  @EventSourcingHandler
  void on(MandateEvent event) {
    id = event.mandateId();
    mandate = Mandate.evolve(mandate, event);
  }
}
