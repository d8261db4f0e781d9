package plantrail.platform.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's embedded event store whose readers are woken when new positions exist, instead of asking
 * twice a second.
 */
public final class NumberedEventStore extends EmbeddedEventStore {
  private final Set<Runnable> sleepers = ConcurrentHashMap.newKeySet();
  private final RightOfWay way;
  private volatile Runnable afterCommit = () -> {};

  public NumberedEventStore(Builder builder, RightOfWay way) {
    // The shared producer polls on its own and would make every reader wait for it.
    super(builder.optimizeEventConsumption(false));
    this.way = way;
    way.onEnd(this::wake);
  }

  /** Sets what is told of every commit of events on this node. */
  public void onCommit(Runnable told) {
    this.afterCommit = told;
  }

  /** New positions can be read. */
  public void wake() {
    super.afterCommit(List.of());
    sleepers.forEach(Runnable::run);
  }

  @Override
  protected void afterCommit(List<? extends EventMessage<?>> events) {
    afterCommit.run();
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
    return new Woken(super.openStream(trackingToken));
  }

  private final class Woken implements TrackingEventStream {
    private final BlockingStream<TrackedEventMessage<?>> stream;
    private @Nullable Runnable sleeper;

    private Woken(BlockingStream<TrackedEventMessage<?>> stream) {
      this.stream = stream;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      sleeper = callback;
      sleepers.add(callback);
      return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      return !way.isHeld() && stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      return stream.nextAvailable();
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
      stream.skipMessagesWithPayloadTypeOf(ignored);
    }

    @Override
    public void close() {
      Runnable registered = sleeper;
      if (registered != null) {
        sleepers.remove(registered);
      }
      stream.close();
    }
  }
}
