package plantrail.command.task.remindtask;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReminded;

/**
 * The responsible agency is reminded before the last timely day. Given by the system; about a day
 * that is no longer in force, or said before, it comes to nothing.
 *
 * @param due the last timely day that is near, local date
 * @param daysLeft working days that are left
 */
public record RemindTask(@TargetAggregateIdentifier TaskId taskId, LocalDate due, int daysLeft)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.tell(
        "remind-task", new TaskReminded(taskId.value(), task.agency(), due, daysLeft), due, actor);
  }
}
