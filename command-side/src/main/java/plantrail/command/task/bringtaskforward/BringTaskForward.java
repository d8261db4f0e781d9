package plantrail.command.task.bringtaskforward;

import java.time.LocalDate;
import java.util.List;
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
 * The whole is due earlier than before, and no part of it later than the whole, whatever was
 * granted before. Given by the system; if the part is due by then, there is nothing to do.
 *
 * @param due last timely day of the whole, local date
 * @param reason why the whole is due earlier
 * @param basis document that the change rests on
 */
public record BringTaskForward(
    @TargetAggregateIdentifier TaskId taskId, LocalDate due, String reason, @Nullable String basis)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    task.open("bring-task-forward", actor);
    LocalDate present = task.due();
    return present != null && !present.isAfter(due)
        ? List.of()
        : task.take(
            "bring-task-forward",
            new TaskRescheduled(taskId.value(), present, due, reason, basis),
            actor);
  }
}
