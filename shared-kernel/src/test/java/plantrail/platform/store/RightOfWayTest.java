package plantrail.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RightOfWayTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
  private final RightOfWay way = new RightOfWay(Duration.ofNanos(100), now::get);
  private final List<Boolean> rests = new ArrayList<>();

  private void goFirst(long nanos) {
    way.goFirst(() -> {
      rests.add(way.isHeld());
      now.addAndGet(nanos);
      rests.add(way.isHeld());
    });
  }

  @Test
  void readersRestAtMostForSoLong() {
    goFirst(99);
    assertThat(rests).containsExactly(true, true);
    assertThat(way.isHeld()).isFalse();

    now.addAndGet(1_000);
    rests.clear();
    goFirst(100);
    assertThat(rests).containsExactly(true, false);
  }

  @Test
  void readersThatRestedDoNotRestAgainAtOnce() {
    goFirst(50);
    now.addAndGet(49);
    rests.clear();
    goFirst(1);
    assertThat(rests).containsExactly(false, false);

    rests.clear();
    goFirst(1);
    assertThat(rests).containsExactly(true, true);
  }

  @Test
  void readersHearWhenTheyMayGoOnEvenIfTheWorkFails() {
    AtomicLong heard = new AtomicLong();
    way.onEnd(heard::incrementAndGet);
    try {
      way.goFirst(() -> {
        throw new IllegalStateException("work");
      });
    } catch (IllegalStateException e) {
      rests.add(way.isHeld());
    }
    assertThat(rests).containsExactly(false);
    assertThat(heard).hasValue(1);
  }
}
