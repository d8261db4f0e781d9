package plantrail.platform.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * Lets whoever writes very many events go first: this node numbers none meanwhile, and its readers
 * of the log take no new ones; afterwards they read them in full batches, which costs less than to
 * keep up event by event. Nobody waits for long: the way is held for some seconds at most, and then
 * left free for at least as long. Where Axon Server keeps the events, readers do not look here.
 */
public final class RightOfWay {
  private final long longest;
  private final LongSupplier nanoTime;
  private final List<Runnable> readers = new CopyOnWriteArrayList<>();
  private volatile boolean held;
  private volatile long since;
  private volatile long notBefore;

  /**
   * @param longest how long readers rest at most
   */
  public RightOfWay(Duration longest) {
    this(longest, System::nanoTime);
  }

  RightOfWay(Duration longest, LongSupplier nanoTime) {
    this.longest = longest.toNanos();
    this.nanoTime = nanoTime;
    this.notBefore = nanoTime.getAsLong();
  }

  /** Does the work; meanwhile readers rest, unless they have done so just now. */
  public void goFirst(Runnable work) {
    if (nanoTime.getAsLong() - notBefore < 0) {
      work.run();
      return;
    }
    since = nanoTime.getAsLong();
    held = true;
    try {
      work.run();
    } finally {
      held = false;
      long now = nanoTime.getAsLong();
      notBefore = now + Math.min(now - since, longest);
      readers.forEach(Runnable::run);
    }
  }

  /** Whether readers rest at present. */
  boolean isHeld() {
    return held && nanoTime.getAsLong() - since < longest;
  }

  /** Sets who is told that readers may go on. */
  void onEnd(Runnable told) {
    readers.add(told);
  }
}
