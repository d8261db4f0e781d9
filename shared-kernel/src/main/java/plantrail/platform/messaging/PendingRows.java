package plantrail.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Rows that handlers of events add, and that are written together: before the handlers read or
 * change such rows, and at the latest before their batch of events commits. Where no batch is under
 * way a row is written at once.
 *
 * <p>A batch whose rows cannot be written fails as a whole. For a while after that each row is
 * written where it is added, so that the fault is that of one event, see {@link Savepoints}.
 */
public final class PendingRows<R> {
  private static final String ALL_OF_BATCH = PendingRows.class.getName();
  private static final int ALONE_AFTER_FAULT = 1_000;

  private final String resource = ALL_OF_BATCH + "@" + System.identityHashCode(this);
  private final Consumer<List<R>> writer;
  private final AtomicInteger alone = new AtomicInteger();

  /**
   * @param writer writes the rows, which are never none
   */
  public PendingRows(Consumer<List<R>> writer) {
    this.writer = writer;
  }

  /** Adds a row. */
  public void add(R row) {
    if (!CurrentUnitOfWork.isStarted() || alone.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
      write();
      writer.accept(List.of(row));
    } else {
      rowsOf(CurrentUnitOfWork.get().root()).add(row);
    }
  }

  /** Writes what is pending: to be called before such rows are read or changed. */
  public void write() {
    if (CurrentUnitOfWork.isStarted()) {
      Rows pending = CurrentUnitOfWork.get().root().getResource(resource);
      if (pending != null) {
        pending.write();
      }
    }
  }

  private Rows rowsOf(UnitOfWork<?> batch) {
    Rows known = batch.getResource(resource);
    if (known != null) {
      return known;
    }
    Rows rows = new Rows();
    batch.resources().put(resource, rows);
    allOf(batch).add(rows);
    batch.onPrepareCommit(committing -> rows.write());
    return rows;
  }

  /** Writes whatever is pending in the batch under way. */
  static void writeAll() {
    if (CurrentUnitOfWork.isStarted()) {
      allOf(CurrentUnitOfWork.get().root()).forEach(PendingRows.Rows::write);
    }
  }

  /** Forgets whatever is pending in the batch under way, as what added it is taken back. */
  static void forgetAll() {
    if (CurrentUnitOfWork.isStarted()) {
      allOf(CurrentUnitOfWork.get().root()).forEach(PendingRows.Rows::forget);
    }
  }

  private static List<PendingRows<?>.Rows> allOf(UnitOfWork<?> batch) {
    return batch.getOrComputeResource(ALL_OF_BATCH, name -> new ArrayList<>());
  }

  private final class Rows {
    private List<R> rows = new ArrayList<>();

    private void add(R row) {
      rows.add(row);
    }

    private void forget() {
      rows = new ArrayList<>();
    }

    private void write() {
      if (rows.isEmpty()) {
        return;
      }
      List<R> written = rows;
      forget();
      try {
        writer.accept(written);
      } catch (RuntimeException e) {
        alone.set(ALONE_AFTER_FAULT);
        throw e;
      }
    }
  }
}
