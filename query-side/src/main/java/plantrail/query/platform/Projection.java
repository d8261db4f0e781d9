package plantrail.query.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import plantrail.kernel.DomainEvent;

/**
 * Turns events into rows, a processor's batch at a time, in the transaction that also stores how
 * far it has come. Every event passes, also those that change nothing here, so that the token says
 * up to where the rows are true.
 *
 * <p>If a batch cannot be written, the following events are written one by one, so that the faulty
 * one alone becomes a dead letter (see {@link plantrail.platform.messaging.Savepoints}).
 */
public abstract class Projection {
  private static final int CAREFUL_EVENTS = 1_000;

  private final String batch = "batch of " + getClass().getName();
  private final AtomicInteger careful = new AtomicInteger();

  /**
   * Writes what those events, in the order of the log, come to. Written twice, it changes nothing.
   */
  protected abstract void write(List<Recorded> events);

  /** Removes all rows, past ones too: a rebuild begins. */
  @ResetHandler
  public abstract void clear();

  @EventHandler
  public final void on(DomainEvent event, DomainEventMessage<?> message, TrackingToken token) {
    Recorded recorded = new Recorded(token.position().orElseThrow(), message);
    if (careful.get() > 0) {
      careful.decrementAndGet();
      write(List.of(recorded));
    } else {
      UnitOfWork<?> root = CurrentUnitOfWork.get().root();
      root.<List<Recorded>>getOrComputeResource(batch, key -> begin(root)).add(recorded);
    }
  }

  private List<Recorded> begin(UnitOfWork<?> root) {
    List<Recorded> events = new ArrayList<>();
    root.onPrepareCommit(unit -> flush(events));
    return events;
  }

  private void flush(List<Recorded> events) {
    try {
      write(events);
    } catch (RuntimeException e) {
      careful.set(CAREFUL_EVENTS);
      throw e;
    }
  }
}
