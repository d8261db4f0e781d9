package plantrail.platform.messaging;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what somebody else does, by looking again and again. */
public final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Waiting() {}

  /**
   * Waits until it is so. Tells whether it is: not if the time is over or the thread is interrupted
   * before.
   *
   * @param deadline how long at the most, by {@link System#nanoTime()}
   */
  public static boolean until(long deadline, BooleanSupplier reached) {
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
