package plantrail.platform.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import plantrail.platform.problem.Outage;

/**
 * Inserts together what several callers append at the same time. Whoever comes while a statement is
 * under way waits for its end; then one of those who wait inserts for all of them. So the log takes
 * as many events at once as there are callers, and a single caller waits for nobody.
 */
final class JointAppends {

  /** Inserts rows in a transaction of their own: all of them or none. */
  @FunctionalInterface
  interface Insert {
    void rows(List<Object[]> rows) throws SQLException;
  }

  private final Insert insert;
  private List<Append> waiting = new ArrayList<>();
  private boolean underway;

  JointAppends(Insert insert) {
    this.insert = insert;
  }

  private enum Turn {
    LEADS,
    WRITTEN
  }

  private static final class Append {
    private final List<Object[]> rows;
    private final CompletableFuture<Turn> turn = new CompletableFuture<>();
    private boolean written;
    private @Nullable SQLException failure;

    private Append(List<Object[]> rows) {
      this.rows = rows;
    }
  }

  /** Returns when these rows are on record; throws if they, by themselves, could not be. */
  void append(List<Object[]> rows) throws SQLException {
    Append own = new Append(rows);
    enter(own);
    if (own.turn.join() == Turn.LEADS) {
      lead();
    }
    if (!own.written) {
      throw own.failure != null ? own.failure : new SQLException("Whoever wrote for all gave up");
    }
  }

  /** How many wait for their turn. */
  synchronized int waiting() {
    return waiting.size();
  }

  private synchronized void enter(Append append) {
    waiting.add(append);
    if (!underway) {
      underway = true;
      append.turn.complete(Turn.LEADS);
    }
  }

  private synchronized List<Append> takeAll() {
    List<Append> all = waiting;
    waiting = new ArrayList<>();
    return all;
  }

  private synchronized void handOver() {
    if (waiting.isEmpty()) {
      underway = false;
    } else {
      waiting.getFirst().turn.complete(Turn.LEADS);
    }
  }

  private void lead() {
    List<Append> group = takeAll();
    try {
      write(group);
    } finally {
      handOver();
      group.forEach(each -> each.turn.complete(Turn.WRITTEN));
    }
  }

  private void write(List<Append> group) {
    SQLException failure = insert(group);
    if (failure == null) {
      return;
    }
    if (group.size() == 1 || Outage.isBehind(failure)) {
      group.forEach(each -> each.failure = failure);
    } else {
      group.forEach(each -> each.failure = insert(List.of(each)));
    }
  }

  private @Nullable SQLException insert(List<Append> group) {
    try {
      insert.rows(group.stream().flatMap(each -> each.rows.stream()).toList());
      group.forEach(each -> each.written = true);
      return null;
    } catch (SQLException e) {
      return e;
    }
  }
}
