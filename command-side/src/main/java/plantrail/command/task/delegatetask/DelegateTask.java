package plantrail.command.task.delegatetask;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
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
   * As {@link #decide(Task, Actor, Occurrence, Agencies)}; refuses with INVALID_STATE if the plan
   * is not what the step demands.
   */
  public List<TaskEvent> decide(
      Task task, Actor actor, Occurrence when, Agencies agencies, Plans plans) {
    List<TaskEvent> events = decide(task, actor, when, agencies);
    if (!events.isEmpty()) {
      plans.demand(task.underPlan("delegate-task"), task.plan());
    }
    return events;
  }

  public List<TaskEvent> decide(Task task, Actor actor, Occurrence when, Agencies agencies) {
    TaskAssigned whole = task.assigned();
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
                parts.stream().map(part -> child(part, task)).toList(),
                task.matter().rolesBelow()),
            actor);
    if (!events.isEmpty()) {
      check(when.check(task.openSince("delegate-task")), task, agencies, when.day());
    }
    return events;
  }

  private ChildTask child(Part part, Task task) {
    return new ChildTask(
        id(part, task),
        part.agency(),
        part.title() != null ? part.title() : task.matter().title(),
        part.due() != null ? part.due() : task.due(),
        part.weight() != null ? part.weight() : 1);
  }

  /** The agency's part, or another one if that was called off. */
  private String id(Part part, Task task) {
    return IntStream.iterate(1, nth -> nth + 1)
        .mapToObj(nth -> nth == 1 ? taskId.value() : taskId.value() + "." + nth)
        .map(duty -> TaskId.of(task.assigned().planId(), duty, part.agency()).value())
        .filter(id -> !task.parts().over(id))
        .findFirst()
        .orElseThrow();
  }

  private void check(Check check, Task task, Agencies agencies, LocalDate day) {
    Set<String> charged = new HashSet<>();
    task.parts().byId().values().stream()
        .filter(Parts.Part::counted)
        .forEach(each -> charged.add(each.child().agency()));
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
          .that(charged.add(part.agency()), at + "agency", "field.twice", part.agency())
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
