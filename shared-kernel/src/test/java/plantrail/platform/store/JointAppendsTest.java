package plantrail.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JointAppendsTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<List<String>> statements = new ConcurrentLinkedQueue<>();
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void closeCallers() {
    gate.countDown();
    callers.close();
  }

  /** What becomes of a statement with these rows. */
  private interface Database {
    void take(List<String> rows) throws SQLException;
  }

  /** The first statement waits at the gate, so that the others gather behind it. */
  private JointAppends over(Database database) {
    return new JointAppends(rows -> {
      List<String> texts = rows.stream().map(row -> (String) row[0]).toList();
      statements.add(texts);
      if (statements.size() == 1) {
        awaitGate();
      }
      database.take(texts);
    });
  }

  private void awaitGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Future<?> append(JointAppends appends, String... rows) {
    List<Object[]> all = new ArrayList<>();
    for (String row : rows) {
      all.add(new Object[] {row});
    }
    return callers.submit(() -> {
      appends.append(all);
      return null;
    });
  }

  private void awaitFirstStatement() {
    await().atMost(LONG).until(() -> !statements.isEmpty());
  }

  @Test
  void whoComesMeanwhileIsWrittenTogetherAfterwards() throws Exception {
    JointAppends appends = over(rows -> {});
    List<Future<?>> all = new ArrayList<>();
    all.add(append(appends, "a"));
    awaitFirstStatement();
    all.add(append(appends, "b1", "b2"));
    all.add(append(appends, "c"));
    await().atMost(LONG).until(() -> appends.waiting() == 2);

    gate.countDown();
    for (Future<?> each : all) {
      each.get();
    }

    assertThat(statements).hasSize(2);
    assertThat(statements.peek()).containsExactly("a");
    assertThat(new ArrayList<>(statements).get(1))
        .containsExactlyInAnyOrder("b1", "b2", "c")
        .containsSubsequence("b1", "b2");
  }

  @Test
  void whoIsAtFaultFailsAloneAndTheOthersAreOnRecord() throws Exception {
    List<String> onRecord = new ArrayList<>();
    JointAppends appends =
        over(rows -> {
          if (rows.contains("taken")) {
            throw new SQLException("duplicate key", "23505");
          }
          onRecord.addAll(rows);
        });
    Future<?> first = append(appends, "a");
    awaitFirstStatement();
    Future<?> good = append(appends, "b");
    Future<?> faulty = append(appends, "taken");
    await().atMost(LONG).until(() -> appends.waiting() == 2);

    gate.countDown();
    first.get();
    good.get();

    assertThatThrownBy(faulty::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("duplicate key");
    assertThat(onRecord).containsExactly("a", "b");
  }

  @Test
  void anOutageIsToldToAllAndNotTriedOnceForEach() throws Exception {
    JointAppends appends =
        over(rows -> {
          if (statements.size() > 1) {
            throw new SQLException("connection lost", "08006");
          }
        });
    append(appends, "a");
    awaitFirstStatement();
    Future<?> second = append(appends, "b");
    Future<?> third = append(appends, "c");
    await().atMost(LONG).until(() -> appends.waiting() == 2);

    gate.countDown();

    assertThatThrownBy(second::get).hasRootCauseMessage("connection lost");
    assertThatThrownBy(third::get).hasRootCauseMessage("connection lost");
    assertThat(statements).hasSize(2);
  }

  @Test
  void nobodyIsToldThatItIsOnRecordWhenWhoeverWroteBrokeDown() throws Exception {
    JointAppends appends =
        over(rows -> {
          if (rows.size() > 1) {
            throw new IllegalStateException("a fault of the program");
          }
        });
    append(appends, "a");
    awaitFirstStatement();
    Future<?> second = append(appends, "b");
    Future<?> third = append(appends, "c");
    await().atMost(LONG).until(() -> appends.waiting() == 2);

    gate.countDown();

    assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class);
    assertThatThrownBy(third::get).isInstanceOf(ExecutionException.class);
    append(appends, "d").get();
  }
}
