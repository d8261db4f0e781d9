package plantrail.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import plantrail.command.automation.RollOuts;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Item;
import plantrail.kernel.task.TaskId;

/**
 * One plan that charges every commune with every item, from its issue to its last duty, while
 * somebody else gives single commands; against batched inserts of the same rows.
 */
final class RollOutOfOnePlan {
  private static final int BATCH = 500;

  /** As many as the others can accept until the readers have met one roll-out. */
  private static final int TASKS = 3_000;

  private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(20);

  private final Nation nation;
  private final Floor floor;
  private final RollOuts rollOuts;
  private final JdbcClient jdbc;

  RollOutOfOnePlan(Nation nation, Floor floor, ApplicationContext application) {
    this.nation = nation;
    this.floor = floor;
    this.rollOuts = application.getBean(RollOuts.class);
    this.jdbc = JdbcClient.create(nation.dataSource());
  }

  /**
   * One roll-out.
   *
   * @param perSecond duties a second
   * @param floor rows a second
   * @param read seconds until all readers had met it
   * @param heap MiB at its peak until then
   * @param waits milliseconds that each single command took until then
   */
  private record Round(double perSecond, double floor, double read, long heap, double[] waits) {
    double ratio() {
      return perSecond / floor;
    }

    double p99() {
      return Medians.quantile(waits, 0.99);
    }
  }

  /**
   * @param plans how many plans are rolled out, one after another
   */
  void measure(int plans, int communes, int items) throws Exception {
    nation.registerCommunes(communes);
    Benchmark.say(
        "%n| duties | seconds | duties/s | floor/s | ratio | all readers done after, s |"
            + " heap at its peak, MiB | others' median, ms | others' p99, ms |");
    Benchmark.say("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    int duties = communes * items;
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < plans; i++) {
      Round round = round(Integer.toString(2 + i), duties, items);
      rounds.add(round);
      Benchmark.say(
          "| %,d | %.1f | %,.0f | %,.0f | %.2f | %.1f | %d | %.1f | %.1f |",
          duties,
          duties / round.perSecond,
          round.perSecond,
          round.floor,
          round.ratio(),
          round.read,
          round.heap,
          Medians.of(round.waits),
          round.p99());
    }
    Benchmark.say(
        "Medians: ratio %.2f, heap %.0f MiB, others' p99 %.1f ms",
        Medians.of(rounds.stream().mapToDouble(Round::ratio).toArray()),
        Medians.of(rounds.stream().mapToDouble(Round::heap).toArray()),
        Medians.of(rounds.stream().mapToDouble(Round::p99).toArray()));
  }

  private Round round(String number, int duties, int items) throws Exception {
    List<TaskId> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      tasks.add(nation.assignTask());
    }
    nation.awaitReaders();
    long heap = 0;

    AtomicBoolean over = new AtomicBoolean();
    long begun = System.nanoTime();
    String plan = issue(number, items);
    CompletableFuture<double[]> others =
        CompletableFuture.supplyAsync(() -> singleCommands(tasks, over));
    while (!rollOuts.find(plan).map(RollOuts.State::opened).orElse(false)) {
      heap = Math.max(heap, usedMiB());
      Thread.sleep(20);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    long recorded = nation.recorded();
    while (!nation.readersHaveMet(recorded)) {
      heap = Math.max(heap, usedMiB());
      Thread.sleep(20);
    }
    double read = (System.nanoTime() - begun) / 1e9;
    over.set(true);
    double[] waits = others.get();
    nation.awaitReaders();
    return new Round(duties / seconds, duties / floorSeconds(plan, duties), read, heap, waits);
  }

  private static long usedMiB() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private String issue(String number, int items) {
    Assignees communes =
        new Assignees(
            List.of(),
            List.of(new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.COMMUNE)),
            List.of());
    List<Item> outline =
        IntStream.rangeClosed(0, items)
            .mapToObj(i -> new Item(i == 0 ? "I" : "I." + i, "Nội dung " + i))
            .toList();
    List<AssignmentRule> rules =
        IntStream.rangeClosed(1, items)
            .mapToObj(i ->
                new AssignmentRule(
                    "A" + i,
                    "I." + i,
                    "Tuyên truyền, phổ biến chủ trương của Đảng, pháp luật của Nhà nước " + i,
                    communes,
                    List.of(DutyRole.EXECUTE),
                    null,
                    DueRule.before(java.time.LocalDate.now(LocalTime.ZONE).plusDays(30 + i)),
                    null))
            .toList();
    return nation.issue(number, outline, rules);
  }

  /** Milliseconds that each command took. */
  private double[] singleCommands(List<TaskId> tasks, AtomicBoolean over) {
    List<Double> waits = new ArrayList<>();
    for (TaskId task : tasks) {
      if (over.get()) {
        break;
      }
      long begun = System.nanoTime();
      nation.commands().give(new AcceptTask(task), Nation.OFFICIAL);
      waits.add((System.nanoTime() - begun) / 1e6);
      try {
        Thread.sleep(BETWEEN_COMMANDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return waits.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double floorSeconds(String plan, int duties) throws Exception {
    long nanos = 0;
    for (int done = 0; done < duties; ) {
      List<Floor.Row> rows = rows(plan, done);
      done += rows.size();
      long begun = System.nanoTime();
      for (int from = 0; from < rows.size(); from += BATCH) {
        floor.insert(rows.subList(from, Math.min(from + BATCH, rows.size())));
      }
      nanos += System.nanoTime() - begun;
    }
    return nanos / 1e9;
  }

  private List<Floor.Row> rows(String plan, int after) {
    return jdbc.sql(
            """
            select event_id, aggregate_type, aggregate_id, sequence, recorded_at, name, revision,
                   payload, metadata
              from store.event
             where name = 'task-assigned' and payload->>'planId' = :plan
             order by place offset :after limit 5000
            """)
        .param("plan", plan)
        .param("after", after)
        .query((row, number) ->
            new Floor.Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9)))
        .list();
  }
}
