package plantrail.command.task.canceltask;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskProgress;

/**
 * The assigner, the focal agency, or the plan's amendment calls the duty off.
 *
 * @param reason why
 * @param basis document that the change rests on
 * @param from local day from which it is no longer asked for: what is handed in stays, for its
 *     assigner to accept or to return; null to call it off whatever it is
 */
public record CancelTask(
    @TargetAggregateIdentifier TaskId taskId, String reason, String basis, @Nullable LocalDate from)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    if (from != null && task.progress() == TaskProgress.SUBMITTED) {
      task.open("cancel-task", actor);
      return List.of();
    }
    return task.take("cancel-task", new TaskCancelled(taskId.value(), reason, basis), actor);
  }

  @Override
  public void check(Check check, Task task) {
    check.text(reason, "reason", Check.TEXT).text(basis, "basis", Check.LINE);
  }
}
