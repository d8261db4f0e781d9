package plantrail.command.task.delegatetask;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.SubjectCommand;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.task.domain.Parts;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.NotEmpty;
import plantrail.kernel.task.ChildTask;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskDelegated;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * The responsible agency charges agencies below it with parts of the task.
 *
 * @param parts which agency does what
 */
public record DelegateTask(@TargetAggregateIdentifier TaskId taskId, @NotEmpty List<Part> parts)
    implements SubjectCommand {

  private static final int HEAVIEST = 1_000;

  /**
   * A part; see {@link ChildTask}.
   *
   * @param agency code of an agency below the responsible one
   * @param title what is to be done; left out, the same as the whole
   * @param due last timely day, local date, not after the whole's; left out, the whole's
   * @param weight how much it counts, 0 to {@value #HEAVIEST}; left out, 1
   */
  public record Part(
      String agency, @Nullable String title, @Nullable LocalDate due, @Nullable Integer weight) {}

  /**
   * As {@link #decide(Task, Actor, Occurrence, Agencies, Tasks)}; refuses with INVALID_STATE if the
   * plan is not what the step demands.
   */
  public List<TaskEvent> decide(
      Task task, Actor actor, Occurrence when, Agencies agencies, Tasks tasks, Plans plans) {
    List<TaskEvent> events = decide(task, actor, when, agencies, tasks);
    if (!events.isEmpty()) {
      plans.demand(task.underPlan("delegate-task"), task.plan());
    }
    return events;
  }

  public List<TaskEvent> decide(
      Task task, Actor actor, Occurrence when, Agencies agencies, Tasks tasks) {
    TaskAssigned whole = task.assigned();
    Map<String, String> charged = charged(task, tasks);
    List<TaskEvent> events =
        task.take(
            "delegate-task",
            new TaskDelegated(
                taskId.value(),
                task.agency(),
                whole.planId(),
                whole.document(),
                task.matter().item(),
                task.parties().focal(),
                when.day(),
                parts.stream().map(part -> child(part, task, charged)).toList(),
                task.matter().rolesBelow()),
            actor);
    if (!events.isEmpty()) {
      check(when.check(task.openSince("delegate-task")), task, charged, agencies, when.day());
    }
    return events;
  }

  /** Who has each part that still counts: whoever it was given to since, if it was. */
  private static Map<String, String> charged(Task task, Tasks tasks) {
    Map<String, String> charged = new HashMap<>();
    task.parts().byId().values().stream()
        .filter(Parts.Part::counted)
        .map(Parts.Part::child)
        .forEach(part -> {
          Task found = tasks.find(part.taskId());
          charged.put(part.taskId(), found == null ? part.agency() : found.agency());
        });
    return charged;
  }

  private ChildTask child(Part part, Task task, Map<String, String> charged) {
    return new ChildTask(
        id(part, task, charged),
        part.agency(),
        part.title() != null ? part.title() : task.matter().title(),
        part.due() != null ? part.due() : task.due(),
        part.weight() != null ? part.weight() : 1);
  }

  /** The agency's part, or another one if that was called off or is another's by now. */
  private String id(Part part, Task task, Map<String, String> charged) {
    return IntStream.iterate(1, nth -> nth + 1)
        .mapToObj(nth -> nth == 1 ? taskId.value() : taskId.value() + "." + nth)
        .map(duty -> TaskId.of(task.assigned().planId(), duty, part.agency()).value())
        .filter(id -> !task.parts().over(id))
        .filter(id -> charged.getOrDefault(id, part.agency()).equals(part.agency()))
        .findFirst()
        .orElseThrow();
  }

  private void check(
      Check check, Task task, Map<String, String> charged, Agencies agencies, LocalDate day) {
    Set<String> busy = new HashSet<>(charged.values());
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      String at = "parts[" + i + "].";
      check
          .agency(part.agency(), at + "agency", agencies, day)
          .that(
              !agencies.exists(part.agency(), day)
                  || agencies.superiors(part.agency(), day).contains(task.agency()),
              at + "agency",
              "field.not-below",
              part.agency(),
              task.agency())
          .that(busy.add(part.agency()), at + "agency", "field.twice", part.agency())
          .text(part.title(), at + "title", Check.LINE)
          .that(
              part.weight() == null || (part.weight() >= 0 && part.weight() <= HEAVIEST),
              at + "weight",
              "field.weight",
              Integer.toString(HEAVIEST),
              String.valueOf(part.weight()));
      check.that(
          part.due() == null || !part.due().isBefore(day),
          at + "due",
          "field.before-charge",
          String.valueOf(part.due()),
          day.toString());
      task.checkPart(check, part.due(), at + "due");
    }
    check.done();
  }
}
