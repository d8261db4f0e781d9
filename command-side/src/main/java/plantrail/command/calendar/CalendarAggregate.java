package plantrail.command.calendar;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.calendar.domain.NoticedDays;
import plantrail.command.calendar.overrideday.OverrideDay;
import plantrail.command.platform.Decided;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Snapshots;
import plantrail.kernel.calendar.CalendarEvent;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;

/** Routes commands to the decisions about a year's working calendar and applies their events. */
@Revision("1")
@Aggregate(
    type = "Calendar",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class CalendarAggregate {
  @SuppressWarnings("UnusedVariable") // read by Axon
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable NoticedDays noticed;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(OverrideDay command, Actor actor, Instant now) {
    return Decided.apply(command.calendarId().value(), command.decide(noticed, actor, now));
  }

  @EventSourcingHandler
  void on(CalendarEvent event) {
    id = event.calendarId();
    noticed = NoticedDays.evolve(noticed, event);
  }
}
