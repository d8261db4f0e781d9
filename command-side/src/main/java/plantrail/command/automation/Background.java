package plantrail.command.automation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done part by part on a thread of its own, whenever there is some. */
final class Background {
  private static final Logger log = LoggerFactory.getLogger(Background.class);
  private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(10);

  private final String name;
  private final BooleanSupplier part;
  private final Duration idle;
  private final Semaphore signals = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread thread = new Thread();

  /**
   * @param part does the next part; whether there was one
   * @param idle how long to wait for a signal before looking again
   */
  Background(String name, BooleanSupplier part, Duration idle) {
    this.name = name;
    this.part = part;
    this.idle = idle;
  }

  void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /** Ends after the present part. */
  void stop() {
    running = false;
    signals.release();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isRunning() {
    return running;
  }

  /** There is something to do as soon as what is being written is on record. */
  void signalAfterCommit() {
    CurrentUnitOfWork.get().afterCommit(done -> signals.release());
  }

  private void run() {
    while (running) {
      try {
        if (!part.getAsBoolean()) {
          rest();
        }
      } catch (RuntimeException e) {
        if (running) {
          log.warn("{}: not possible at the moment; trying again", name, e);
          rest();
        }
      }
    }
  }

  private void rest() {
    try {
      if (signals.tryAcquire(idle.toMillis(), TimeUnit.MILLISECONDS)) {
        signals.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }
}
