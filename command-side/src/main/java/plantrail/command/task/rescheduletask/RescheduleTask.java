package plantrail.command.task.rescheduletask;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskRescheduled;

/**
 * Moves the last timely day as the plan's amendment or resumption says. Given by the system; if it
 * is that day already, there is nothing to do.
 *
 * @param newDue last timely day from now on, local date, unless a later one was granted; null if
 *     there is none any more
 * @param reason why
 * @param basis document that the change rests on
 * @param granted what was granted before a rest of the plan, moved by that rest, local date; null
 *     if nothing was, or if no rest moves it
 */
public record RescheduleTask(
    @TargetAggregateIdentifier TaskId taskId,
    @Nullable LocalDate newDue,
    String reason,
    @Nullable String basis,
    @Nullable LocalDate granted)
    implements TaskCommand {
  /** As the plan's words say. */
  public RescheduleTask(
      TaskId taskId, @Nullable LocalDate newDue, String reason, @Nullable String basis) {
    this(taskId, newDue, reason, basis, null);
  }

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    task.open("reschedule-task", actor);
    LocalDate moved = movedGrant(task.granted());
    LocalDate due = dueBeside(moved == null ? task.granted() : moved);
    return Objects.equals(task.due(), due)
        ? List.of()
        : task.take(
            "reschedule-task",
            new TaskRescheduled(taskId.value(), task.due(), due, reason, basis, moved),
            actor);
  }

  /** What was granted to the agency alone still holds where it is later. */
  private @Nullable LocalDate dueBeside(@Nullable LocalDate granted) {
    return newDue != null && granted != null && granted.isAfter(newDue) ? granted : newDue;
  }

  /** What was granted since is not moved, nor comes back what no longer holds. */
  private @Nullable LocalDate movedGrant(@Nullable LocalDate present) {
    return present != null && granted != null && granted.isAfter(present) ? granted : null;
  }
}
