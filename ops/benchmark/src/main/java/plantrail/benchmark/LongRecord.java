package plantrail.benchmark;

import java.util.List;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.task.TaskAggregate;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.kernel.task.TaskId;

/**
 * Loading a task of 2,000 events by its snapshot, beside one of 20 that has none: just after a
 * snapshot was made, and just before the next one.
 */
final class LongRecord {
  private static final int LONG = 2_000;
  private static final int SHORT = 20;
  private static final int EVERY = 50;

  private final Nation nation;
  private final RecentAggregates recent;
  private final SpringTransactionManager transactions;
  private final Repository<TaskAggregate> tasks;
  private final JdbcClient jdbc;

  @SuppressWarnings("unchecked")
  LongRecord(Nation nation, ApplicationContext application) {
    this.nation = nation;
    this.recent = application.getBean(RecentAggregates.class);
    this.transactions = application.getBean(SpringTransactionManager.class);
    this.tasks = application.getBean("taskAggregateRepository", Repository.class);
    this.jdbc = JdbcClient.create(nation.dataSource());
  }

  void measure(int loads) throws InterruptedException {
    TaskId few = task(SHORT);
    TaskId many = task(LONG);
    TaskId most = task(LONG);
    awaitSnapshot(many);
    awaitSnapshot(most);
    report(most, LONG, LONG + EVERY - 1);
    double[] ofFew = new double[loads];
    double[] ofMany = new double[loads];
    double[] ofMost = new double[loads];
    for (int i = 0; i < loads; i++) {
      ofFew[i] = load(few);
      ofMany[i] = load(many);
      ofMost[i] = load(most);
    }
    double floor = Medians.of(ofFew);
    Benchmark.say("%n| events | of them not in the snapshot | load, ms | ratio |");
    Benchmark.say("|---:|---:|---:|---:|");
    say(SHORT, SHORT, floor, floor);
    say(LONG, 0, Medians.of(ofMany), floor);
    say(LONG + EVERY - 1, EVERY - 1, Medians.of(ofMost), floor);
  }

  private static void say(int events, int read, double millis, double floor) {
    Benchmark.say("| %,d | %d | %.2f | %.2f |", events, read, millis, millis / floor);
  }

  private TaskId task(int events) {
    TaskId task = nation.assignTask();
    nation.commands().give(new AcceptTask(task), Nation.OFFICIAL);
    report(task, 2, events);
    return task;
  }

  private void report(TaskId task, int from, int to) {
    for (int i = from; i < to; i++) {
      nation
          .commands()
          .give(
              new ReportProgress(task, i % 100, "Benchmark " + i, List.of(), List.of()),
              Nation.OFFICIAL);
    }
  }

  private void awaitSnapshot(TaskId task) throws InterruptedException {
    while (jdbc.sql(
                "select count(*) from store.snapshot where aggregate_id = :task and sequence = :last")
            .param("task", task.value())
            .param("last", LONG - 1)
            .query(Long.class)
            .single()
        == 0) {
      Thread.sleep(100);
    }
  }

  /** Milliseconds that a node takes which does not remember the task. */
  private double load(TaskId task) {
    recent.removeAll();
    var work = DefaultUnitOfWork.startAndGet(null);
    work.attachTransaction(transactions);
    try {
      long begun = System.nanoTime();
      tasks.load(task.value());
      return (System.nanoTime() - begun) / 1e6;
    } finally {
      work.rollback();
    }
  }
}
