package plantrail.command.platform;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.kernel.DomainEvent;

/** What records tell: read from the log itself, without taking anybody's lock. */
@Component
public class Records {
  private final EventStore eventStore;

  Records(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  /** What a record is about, after one more event. */
  public interface Evolving<S, E> {
    S after(@Nullable S before, E event, Taken taken);
  }

  /** As {@link Evolving}, for whom it matters when the event was recorded. */
  public interface Dated<S, E> {
    S after(@Nullable S before, E event, Taken taken, Instant recorded);
  }

  /** What such a record is about as it tells at this moment; null if there is no such record. */
  public <S, E extends DomainEvent> @Nullable S find(
      String id, Class<E> kind, Evolving<S, E> evolving) {
    return findDated(
        id, kind, (before, event, taken, recorded) -> evolving.after(before, event, taken));
  }

  /** As {@link #find}, for whom it matters when each event was recorded. */
  public <S, E extends DomainEvent> @Nullable S findDated(
      String id, Class<E> kind, Dated<S, E> evolving) {
    S state = null;
    for (var events = eventStore.readEvents(id, 0); events.hasNext(); ) {
      DomainEventMessage<?> message = events.next();
      if (!kind.isInstance(message.getPayload())) {
        return null;
      }
      state =
          evolving.after(
              state, kind.cast(message.getPayload()), Taken.of(message), message.getTimestamp());
    }
    return state;
  }
}
