package plantrail.command.agency;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.agency.domain.Agency;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.agency.renameagency.RenameAgency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Snapshots;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;

/** Routes commands to an agency's decisions and applies their events. */
@Revision("1")
@Aggregate(
    type = "Agency",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class AgencyAggregate {
  @SuppressWarnings("UnusedVariable") // read by Axon
  @AggregateIdentifier
  private @Nullable String code;

  private @Nullable Agency agency;

  /** A new agency that begins with these events; called while a unit of work creates it. */
  static AgencyAggregate begin(String code, List<? extends AgencyEvent> events) {
    AgencyAggregate aggregate = new AgencyAggregate();
    Decided.apply(code, events);
    return aggregate;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(RegisterAgency command, Actor actor, Agencies agencies) {
    return Decided.apply(command.code(), command.decide(agency, actor, agencies));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(RenameAgency command, Actor actor, Occurrence when) {
    return Decided.apply(command.code(), command.decide(agency, actor, when));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(MoveAgency command, Actor actor, Occurrence when, Agencies agencies) {
    return Decided.apply(command.code(), command.decide(agency, actor, when, agencies));
  }

  @EventSourcingHandler
  void on(AgencyEvent event) {
    code = event.code();
    agency = Agency.evolve(agency, event);
  }
}
