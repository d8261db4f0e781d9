package plantrail.standalone.sample;

import java.lang.reflect.Method;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.Command;
import plantrail.command.platform.Taken;
import plantrail.kernel.DomainEvent;

/** What the log has of the sample by now. */
@Component
@ConditionalOnProperty("plantrail.sample.enabled")
class SampleLog {
  private final EventStore eventStore;
  private final JdbcClient jdbc;
  private final Serializer events;

  SampleLog(
      EventStore eventStore, JdbcClient jdbc, @Qualifier("eventSerializer") Serializer events) {
    this.eventStore = eventStore;
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * The events of that name in a plan and all that belongs to it, recorded at that moment, as far
   * as the history has them; the log itself need not be in this database.
   */
  <E extends DomainEvent> List<E> ofPlan(String planId, String name, Instant at, Class<E> type) {
    return jdbc.sql(
            """
            select payload::text, revision from view.history_entry
             where plan = :plan and name = :name and recorded_at = :at order by position
            """)
        .param("plan", planId)
        .param("name", name)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .query((row, number) ->
            type.cast(
                events.<String, E>deserialize(
                    new SimpleSerializedObject<>(
                        row.getString(1), String.class, name, row.getString(2)))))
        .list();
  }

  /** The events of that kind in one record. */
  <E extends DomainEvent> List<E> of(String id, Class<E> type) {
    return eventStore
        .readEvents(id, 0)
        .asStream()
        .map(EventMessage::getPayload)
        .filter(type::isInstance)
        .<E>map(type::cast)
        .toList();
  }

  /** One more event of whatever a record is about: it after it. */
  interface Evolving<S, E> {
    S after(@Nullable S before, E event, Taken taken);
  }

  /** What a record tells of that was recorded before that moment; null if nothing was. */
  <S, E extends DomainEvent> @Nullable S before(
      Instant moment, String id, Class<E> type, Evolving<S, E> evolving) {
    S state = null;
    for (DomainEventMessage<?> each : eventStore.readEvents(id, 0).asStream().toList()) {
      if (each.getTimestamp().isBefore(moment)) {
        state = evolving.after(state, type.cast(each.getPayload()), Taken.of(each));
      }
    }
    return state;
  }

  /** Whether something came of a command at that moment, which no two commands share. */
  boolean has(Command command, Instant at) {
    return idOf(command.getClass()).map(id -> eventStore.readEvents(value(id, command), 0)).stream()
        .flatMap(DomainEventStream::asStream)
        .anyMatch(event -> event.getTimestamp().equals(at));
  }

  /** Whether all that is open of those agencies has gone to their successors. */
  boolean handedOver(List<String> ended) {
    return jdbc.sql(
            """
            select count(*) = :ended
                   and not exists (select from command.open_duty
                                    where open and agency = any(:codes))
              from command.agency_end where code = any(:codes)
            """)
        .param("ended", ended.size())
        .param("codes", ended.toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  /** What names the record that a command is about; empty if it is about several. */
  static Optional<Method> idOf(Class<? extends Command> type) {
    return Arrays.stream(type.getMethods())
        .filter(each -> each.isAnnotationPresent(TargetAggregateIdentifier.class))
        .findAny();
  }

  static String value(Method id, Command command) {
    try {
      return id.invoke(command).toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
