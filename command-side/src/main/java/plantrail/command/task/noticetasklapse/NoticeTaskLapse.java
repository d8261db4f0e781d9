package plantrail.command.task.noticetasklapse;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskLapseNoticed;

/**
 * The last timely day has passed without a result. Given by the system; about a day that is no
 * longer in force, or said before, it comes to nothing.
 *
 * @param due the last timely day that passed, local date
 */
public record NoticeTaskLapse(@TargetAggregateIdentifier TaskId taskId, LocalDate due)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.tell(
        "notice-task-lapse", new TaskLapseNoticed(taskId.value(), task.agency(), due), due, actor);
  }
}
