package plantrail.platform.health;

import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;

/** Every event processor of this node, held against the head of the log. */
final class Readers {
  /** Before the first event, whose position is 0 in Axon Server and 1 in PostgreSQL. */
  private static final long BEFORE_ALL = -1;

  private final EventProcessingConfiguration processing;
  private final EventStore eventStore;

  Readers(EventProcessingConfiguration processing, EventStore eventStore) {
    this.processing = processing;
    this.eventStore = eventStore;
  }

  /**
   * How one processor stands.
   *
   * @param running whether it was started and not stopped since
   * @param failing whether it, or one of its segments, failed and is about to try again
   * @param lag events that its slowest segment on this node has yet to handle; null if another node
   *     holds all of its segments
   * @param setAside sequences of events that wait as dead letters
   */
  record Reader(boolean running, boolean failing, @Nullable Long lag, long setAside) {}

  Map<String, StreamingEventProcessor> processors() {
    Map<String, StreamingEventProcessor> streaming = new TreeMap<>();
    processing
        .eventProcessors()
        .forEach((name, processor) -> {
          if (processor instanceof StreamingEventProcessor reader) {
            streaming.put(name, reader);
          }
        });
    return streaming;
  }

  Map<String, Reader> look() {
    long head = head();
    Map<String, Reader> readers = new TreeMap<>();
    processors()
        .forEach((name, processor) ->
            readers.put(
                name,
                new Reader(
                    processor.isRunning(),
                    processor.isError()
                        || processor.processingStatus().values().stream()
                            .anyMatch(EventTrackerStatus::isErrorState),
                    lag(processor, head),
                    setAside(name))));
    return readers;
  }

  /** The log's last position; 0 or less while it is empty. */
  long head() {
    return position(eventStore.createHeadToken());
  }

  static @Nullable Long lag(StreamingEventProcessor processor, long head) {
    return processor.processingStatus().values().stream()
        .map(status -> Math.max(0, head - position(status.getTrackingToken())))
        .max(Long::compare)
        .orElse(null);
  }

  long setAside(String group) {
    return processing
        .deadLetterQueue(group)
        .map(SequencedDeadLetterQueue::amountOfSequences)
        .orElse(0L);
  }

  private static long position(@Nullable TrackingToken token) {
    return token == null ? BEFORE_ALL : token.position().orElse(BEFORE_ALL);
  }
}
