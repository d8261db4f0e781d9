package plantrail.command.task.escalatetask;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEscalated;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * A task that stays overdue is put before a superior agency. Given by the system; about a day that
 * is no longer in force, or said before, it comes to nothing.
 *
 * @param superior code of the superior agency
 * @param due the last timely day that passed, local date
 * @param daysOver working days since then
 */
public record EscalateTask(
    @TargetAggregateIdentifier TaskId taskId, String superior, LocalDate due, int daysOver)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.tell(
        "escalate-task", new TaskEscalated(taskId.value(), superior, due, daysOver), due, actor);
  }
}
