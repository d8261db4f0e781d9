package plantrail.command.mandate;

import java.util.List;
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
import plantrail.command.platform.Taken;
import plantrail.kernel.mandate.MandateEvent;
import plantrail.kernel.mandate.MandateGranted;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.platform.access.Mandates;

/**
 * Routes commands to a mandate's decisions and applies their events. What is decided is entered in
 * the same transaction where people come in, so that nobody acts by a mandate that was revoked.
 */
@Revision("2")
@Aggregate(
    type = "Mandate",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class MandateAggregate {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Mandate mandate;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(
      GrantMandate command,
      Actor actor,
      Occurrence when,
      Agencies agencies,
      Plans plans,
      People people,
      Mandates mandates) {
    List<MandateGranted> granted = command.decide(mandate, actor, when, agencies, plans, people);
    granted.forEach(event -> mandates.grant(event, actor.personName()));
    return Decided.apply(command.mandateId().value(), granted);
  }

  @CommandHandler
  Outcome handle(RevokeMandate command, Actor actor, Occurrence when, Mandates mandates) {
    Outcome revoked = Decided.take(command, id, mandate, actor, when);
    mandates.revoke(command.mandateId().value());
    return revoked;
  }

  @EventSourcingHandler
  void on(MandateEvent event, Taken taken) {
    id = event.mandateId();
    mandate = Mandate.evolve(mandate, event, taken);
  }
}
