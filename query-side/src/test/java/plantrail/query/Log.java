package plantrail.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Role;
import plantrail.platform.messaging.ActorMetadata;

/** Writes events into the real store as the command side would. */
public final class Log {
  public static final Actor CLERK = new Actor("hoa", "bà Hoa", "HGI.SNV", Role.OFFICIAL);

  private final EventStore store;
  private final Map<String, Long> sequences = new HashMap<>();

  public Log(EventStore store) {
    this.store = store;
  }

  /** Appends events recorded at that moment, in one commit; the mark of the last one. */
  public String append(Instant recordedAt, DomainEvent... events) {
    return append(recordedAt, CLERK, null, events);
  }

  /** Appends what automations made of an event of that subject. */
  public String follow(Instant recordedAt, String subject, DomainEvent... events) {
    return append(recordedAt, Actor.SYSTEM, subject, events);
  }

  /** Appends events by that actor; what follows from an event has that one's subject as chain. */
  public String append(
      Instant recordedAt, Actor actor, @Nullable String chain, DomainEvent... events) {
    return append(recordedAt, actor, chain, null, events);
  }

  /** Appends events by that actor that happened on a day before they were recorded. */
  public String backdated(
      Instant recordedAt, Actor actor, LocalDate happenedOn, DomainEvent... events) {
    return append(recordedAt, actor, null, happenedOn, events);
  }

  private String append(
      Instant recordedAt,
      Actor actor,
      @Nullable String chain,
      @Nullable LocalDate happenedOn,
      DomainEvent[] events) {
    List<EventMessage<?>> messages = new ArrayList<>();
    String mark = "";
    for (DomainEvent event : events) {
      long sequence = next(event.subject());
      Map<String, String> metadata = new HashMap<>(ActorMetadata.of(actor));
      metadata.put(MetadataKeys.CORRELATION, "c-" + (chain == null ? event.subject() : chain));
      if (happenedOn != null) {
        metadata.put(MetadataKeys.HAPPENED_ON, happenedOn.toString());
      }
      messages.add(
          new GenericDomainEventMessage<>(
              "Any",
              event.subject(),
              sequence,
              event,
              metadata,
              UUID.randomUUID().toString(),
              recordedAt));
      mark = event.subject() + "@" + sequence;
    }
    store.publish(messages);
    return mark;
  }

  private long next(String subject) {
    return sequences.merge(
        subject,
        store.lastSequenceNumberFor(subject).map(last -> last + 1).orElse(0L),
        (known, stored) -> Math.max(known + 1, stored));
  }

  /** Appends events recorded at that moment, given as ISO 8601. */
  public String append(String recordedAt, DomainEvent... events) {
    return append(Instant.parse(recordedAt), events);
  }
}
