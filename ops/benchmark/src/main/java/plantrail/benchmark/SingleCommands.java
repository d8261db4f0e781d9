package plantrail.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.kernel.task.TaskId;

/** Single commands at 1, 8 and 32 callers, against single inserts by as many. */
final class SingleCommands {
  private static final int[] CALLERS = {1, 8, 32};

  private final Nation nation;
  private final Floor floor;

  SingleCommands(Nation nation, Floor floor) {
    this.nation = nation;
    this.floor = floor;
  }

  /**
   * @param commands commands in a round
   */
  void measure(int rounds, int commands) throws Exception {
    Benchmark.say("%n| callers | commands/s | floor/s | ratio |%n|---:|---:|---:|---:|");
    round(8, commands);
    for (int callers : CALLERS) {
      double[] ours = new double[rounds];
      double[] floors = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        double[] both = round(callers, commands);
        ours[round] = both[0];
        floors[round] = both[1];
      }
      double median = Medians.of(ours);
      double below = Medians.of(floors);
      Benchmark.say("| %d | %,.0f | %,.0f | %.2f |", callers, median, below, median / below);
    }
  }

  private double[] round(int callers, int commands) throws Exception {
    List<TaskId> tasks = new ArrayList<>();
    for (int i = 0; i < commands; i++) {
      tasks.add(nation.assignTask());
    }
    nation.awaitReaders();
    double ours =
        perSecond(
            callers, tasks, task -> nation.commands().give(new AcceptTask(task), Nation.OFFICIAL));
    nation.awaitReaders();
    double below = perSecond(callers, tasks, task -> floor.insertAcceptance(task.value()));
    return new double[] {ours, below};
  }

  private interface Work {
    void on(TaskId task) throws Exception;
  }

  private static double perSecond(int callers, List<TaskId> tasks, Work work) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long begun = System.nanoTime();
    try (ExecutorService executor = Executors.newFixedThreadPool(callers)) {
      List<Future<?>> all = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        all.add(
            executor.submit(() -> {
              for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
                work.on(tasks.get(i));
              }
              return null;
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    return tasks.size() / ((System.nanoTime() - begun) / 1e9);
  }
}
