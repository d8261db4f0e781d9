package plantrail.command.agency;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.agency.domain.Agency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.RecentAggregates;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;

/** Routes commands to an agency's decisions and applies their events. */
@Aggregate(type = "Agency", cache = RecentAggregates.NAME)
public class AgencyAggregate {
  @SuppressWarnings("UnusedVariable") // read by Axon
  @AggregateIdentifier
  private @Nullable String code;

  private @Nullable Agency agency;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(RegisterAgency command, Actor actor, Agencies agencies) {
    return Decided.apply(command.code(), command.decide(agency, actor, agencies));
  }

  @EventSourcingHandler
  void on(AgencyEvent event) {
    code = event.code();
    agency = Agency.evolve(event);
  }
}
