package plantrail.query.platform;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.DomainEvent;

/**
 * An event with its place in the log.
 *
 * @param position its position; greater than that of all events before it
 * @param message the event with its metadata
 */
public record Recorded(long position, DomainEventMessage<?> message) {

  public DomainEvent event() {
    return (DomainEvent) message.getPayload();
  }

  /** Its number among the events of its subject, from 0. */
  public long sequence() {
    return message.getSequenceNumber();
  }

  public Instant recordedAt() {
    return message.getTimestamp();
  }

  /** The metadata under that key; null if there is none. */
  public @Nullable String metadata(String key) {
    return (String) message.getMetaData().get(key);
  }
}
