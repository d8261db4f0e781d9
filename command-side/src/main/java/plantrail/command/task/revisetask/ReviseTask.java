package plantrail.command.task.revisetask;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.ProductChange;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskRevised;

/**
 * Says anew what the task is, as the plan's amendment says. Given by the system; if it is that
 * already, there is nothing to do. A request becomes an order only for an agency that its assigner
 * may charge, or with its whole.
 *
 * @param version the version of the plan that says so
 * @param before what the plan said before: where the task is otherwise a person said so, and it
 *     stays; null if the task is to be all that the plan says
 * @param now what the plan says now
 * @param reason why
 * @param basis clause of the amending document, and the document
 */
public record ReviseTask(
    @TargetAggregateIdentifier TaskId taskId,
    int version,
    Task.@Nullable Matter before,
    Task.Matter now,
    String reason,
    String basis)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    task.open("revise-task", actor);
    Task.Matter matter = matter(task);
    return task.matter().equals(matter)
        ? List.of()
        : task.take(
            "revise-task",
            new TaskRevised(
                taskId.value(),
                version,
                matter.item(),
                matter.title(),
                matter.roles(),
                matter.partners(),
                product(task, matter.creates()),
                reason,
                basis),
            actor);
  }

  /** As {@link #decide(Task, Actor, Occurrence)}, where it is known who may charge whom. */
  public List<TaskEvent> decide(Task task, Actor actor, Occurrence when, Agencies agencies) {
    Task.Matter matter = matter(task);
    boolean ordered = task.matter().request() && !matter.request();
    return ordered && !isBound(task, when.day(), agencies)
        ? new ReviseTask(taskId, version, null, matter.with(task.matter().roles()), reason, basis)
            .decide(task, actor, when)
        : decide(task, actor, when);
  }

  /** Whether an order binds its agency, as that for the whole binds whoever has a part of it. */
  private static boolean isBound(Task task, LocalDate day, Agencies agencies) {
    return task.assigned().parentTask() != null
        || agencies.mayCharge(task.parties().assigner(), task.agency(), day);
  }

  /** What that task is from now on. */
  private Task.Matter matter(Task task) {
    return before == null ? now : task.matter().following(before, now);
  }

  /** The same for that task alone, all that it is to be. */
  public ReviseTask settled(Task task) {
    return new ReviseTask(taskId, version, null, matter(task), reason, basis);
  }

  private static @Nullable ProductChange product(Task task, @Nullable Product creates) {
    Product before = task.matter().creates();
    return before == creates
        ? null
        : new ProductChange(task.plan(), task.agency(), before, creates);
  }
}
