package plantrail.platform.store;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of the log, read and understood once for all readers of this node. Positions
 * are dense and an event never changes, so what is kept here cannot be out of date.
 */
final class NewestEvents {
  private static final int KEPT = 16_384;

  private final LongFunction<List<? extends TrackedEventMessage<?>>> fetch;
  private final AtomicReferenceArray<@Nullable TrackedEventMessage<?>> kept =
      new AtomicReferenceArray<>(KEPT);
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile long newest;

  /**
   * @param fetch gives the events that follow a position, as many as are read at once; none if
   *     there are no more
   */
  NewestEvents(LongFunction<List<? extends TrackedEventMessage<?>>> fetch) {
    this.fetch = fetch;
  }

  /**
   * The events after a position, as far as there are any; asked again after its end, the stream's
   * iterator goes on with what has come meanwhile.
   */
  Stream<TrackedEventMessage<?>> after(long position) {
    return StreamSupport.stream(new Reading(position), false);
  }

  static long positionOf(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }

  private @Nullable TrackedEventMessage<?> find(long position) {
    TrackedEventMessage<?> event = kept.get(Math.floorMod(position, KEPT));
    return event != null && positionOf(event) == position ? event : null;
  }

  private void keep(TrackedEventMessage<?> event) {
    long position = positionOf(event);
    kept.set(Math.floorMod(position, KEPT), event);
    newest = Math.max(newest, position);
  }

  /** Reads from the log. Who is far behind reads alone, the others one for all. */
  private Iterator<? extends TrackedEventMessage<?>> read(long after) {
    if (after < newest - KEPT) {
      return fetch.apply(after).iterator();
    }
    fetching.lock();
    try {
      TrackedEventMessage<?> found = find(after + 1);
      if (found != null) {
        return List.of(found).iterator();
      }
      List<? extends TrackedEventMessage<?>> events = fetch.apply(after);
      events.forEach(this::keep);
      return events.iterator();
    } finally {
      fetching.unlock();
    }
  }

  private final class Reading extends Spliterators.AbstractSpliterator<TrackedEventMessage<?>> {
    private Iterator<? extends TrackedEventMessage<?>> batch = Collections.emptyIterator();
    private long last;

    private Reading(long after) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      last = after;
    }

    @Override
    public boolean tryAdvance(Consumer<? super TrackedEventMessage<?>> action) {
      TrackedEventMessage<?> next = batch.hasNext() ? batch.next() : find(last + 1);
      if (next == null) {
        batch = read(last);
        if (!batch.hasNext()) {
          return false;
        }
        next = batch.next();
      }
      last = positionOf(next);
      action.accept(next);
      return true;
    }
  }
}
