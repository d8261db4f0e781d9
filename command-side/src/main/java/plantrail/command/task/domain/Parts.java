package plantrail.command.task.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.task.ChildTask;
import plantrail.kernel.task.ProgressRolledUp;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskDelegated;
import plantrail.kernel.task.TaskEvent;

/**
 * The parts of a task that agencies below carry out.
 *
 * @param byId the parts by identifier, in the order of their charging
 * @param calledOff identifiers of those that were called off together with the whole, each with
 *     what called it off; they are no parts of a whole that is charged again
 */
public record Parts(Map<String, Part> byId, Map<String, TaskCancelled> calledOff) {
  private static final int ALL = 100;

  static final Parts NONE = new Parts(Map.of(), Map.of());

  /**
   * One part.
   *
   * @param percent share done as last heard of, 0 to 100
   * @param counted whether it still counts
   */
  public record Part(ChildTask child, int percent, boolean counted) {}

  Parts after(TaskEvent event) {
    return switch (event) {
      case TaskDelegated delegated -> with(delegated.children());
      case ProgressRolledUp rolledUp ->
          with(rolledUp.childId(), rolledUp.childPercent(), rolledUp.counted());
      case TaskCancelled cancelled -> without(cancelled);
      default -> this;
    };
  }

  private Parts with(List<ChildTask> more) {
    Map<String, Part> all = new LinkedHashMap<>(byId);
    more.forEach(child -> all.put(child.taskId(), new Part(child, 0, true)));
    return new Parts(all, calledOff);
  }

  private Parts without(TaskCancelled cancelled) {
    Map<String, TaskCancelled> all = new LinkedHashMap<>(calledOff);
    byId.keySet().forEach(part -> all.put(part, cancelled));
    return new Parts(Map.of(), all);
  }

  /** The parts, one of them having come so far. */
  public Parts with(String id, int percent, boolean counted) {
    Map<String, Part> all = new LinkedHashMap<>(byId);
    all.computeIfPresent(id, (key, part) -> new Part(part.child(), percent, counted));
    return new Parts(all, calledOff);
  }

  /** The part of that identifier; null if there is none. */
  public @Nullable Part find(String id) {
    return byId.get(id);
  }

  /** Whether a part of that identifier was called off, alone or with the whole. */
  public boolean over(String id) {
    Part part = byId.get(id);
    return part == null ? calledOff.containsKey(id) : !part.counted();
  }

  /** The parts that the whole has to wait for. */
  public List<ChildTask> mandatory() {
    return counted().stream().map(Part::child).toList();
  }

  /** Whether the whole's progress comes from them. */
  public boolean count() {
    return !counted().isEmpty();
  }

  /**
   * Their shares averaged by their weights, 0 to 100; {@code otherwise} if none counts. 100 says
   * that all of them are done, however little weighs what is not.
   */
  public int percent(int otherwise) {
    List<Part> counted = counted();
    long weight = counted.stream().mapToLong(part -> part.child().weight()).sum();
    long done =
        counted.stream().mapToLong(part -> (long) part.child().weight() * part.percent()).sum();
    if (weight == 0) {
      return otherwise;
    }
    int average = (int) Math.round((double) done / weight);
    return done < weight * ALL ? Math.min(average, ALL - 1) : average;
  }

  private List<Part> counted() {
    return byId.values().stream()
        .filter(part -> part.counted() && part.child().weight() > 0)
        .toList();
  }
}
