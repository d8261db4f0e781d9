package plantrail.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

/** However many read, and from wherever: each is given every event once, in order. */
class NewestEventsTest {
  private static final int AT_ONCE = 100;

  private final AtomicLong head = new AtomicLong();
  private final AtomicInteger fetches = new AtomicInteger();
  private final NewestEvents newest = new NewestEvents(this::fetch);

  private List<TrackedEventMessage<?>> fetch(long after) {
    fetches.incrementAndGet();
    return LongStream.rangeClosed(after + 1, Math.min(after + AT_ONCE, head.get()))
        .<TrackedEventMessage<?>>mapToObj(position ->
            new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                GenericEventMessage.asEventMessage(position)))
        .toList();
  }

  private List<Long> readAll(long after) {
    return newest.after(after).map(NewestEvents::positionOf).toList();
  }

  private static List<Long> range(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void whatOneHasReadTheOthersAreGiven() {
    head.set(1_000);
    assertThat(readAll(0)).isEqualTo(range(1, 1_000));
    int once = fetches.get();
    assertThat(readAll(0)).isEqualTo(range(1, 1_000));
    assertThat(fetches.get()).as("the second asks only whether there is more").isEqualTo(once + 1);
  }

  @Test
  void whoIsFarBehindIsGivenEverything() {
    head.set(20_000);
    assertThat(readAll(19_990)).isEqualTo(range(19_991, 20_000));
    assertThat(readAll(0)).isEqualTo(range(1, 20_000));
    assertThat(readAll(17_000)).isEqualTo(range(17_001, 20_000));
  }

  @Test
  void anEndIsNoEnd() {
    head.set(3);
    Iterator<TrackedEventMessage<?>> reader = newest.after(0).iterator();
    List<Long> read = new ArrayList<>();
    reader.forEachRemaining(event -> read.add(NewestEvents.positionOf(event)));
    assertThat(reader.hasNext()).isFalse();
    head.set(5);
    reader.forEachRemaining(event -> read.add(NewestEvents.positionOf(event)));
    assertThat(read).isEqualTo(range(1, 5));
  }

  @Test
  void manyAtOnceWhileTheLogGrows() throws Exception {
    long end = 30_000;
    try (ExecutorService threads = Executors.newFixedThreadPool(9)) {
      Callable<List<Long>> reader =
          () -> {
            List<Long> read = new ArrayList<>();
            Iterator<TrackedEventMessage<?>> events = newest.after(0).iterator();
            while (read.size() < end) {
              if (events.hasNext()) {
                read.add(NewestEvents.positionOf(events.next()));
              }
            }
            return read;
          };
      List<Future<List<Long>>> readers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        readers.add(threads.submit(reader));
      }
      while (head.get() < end) {
        head.addAndGet(50);
        Thread.onSpinWait();
      }
      for (Future<List<Long>> each : readers) {
        assertThat(each.get()).isEqualTo(range(1, end));
      }
    }
  }
}
