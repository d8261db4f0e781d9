package plantrail.command.task.declinetask;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskDeclined;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * The agency that was charged does not take the task on.
 *
 * @param reason why not
 */
public record DeclineTask(@TargetAggregateIdentifier TaskId taskId, String reason)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.take("decline-task", new TaskDeclined(taskId.value(), reason), actor);
  }

  @Override
  public void check(Check check, Task task) {
    check.text(reason, "reason", Check.TEXT);
  }
}
