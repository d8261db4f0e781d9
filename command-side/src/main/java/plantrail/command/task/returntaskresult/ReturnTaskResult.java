package plantrail.command.task.returntaskresult;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskResultReturned;

/**
 * The assigner or the focal agency sends the result back.
 *
 * @param reason what has to be mended
 */
public record ReturnTaskResult(@TargetAggregateIdentifier TaskId taskId, String reason)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.take("return-task-result", new TaskResultReturned(taskId.value(), reason), actor);
  }

  @Override
  public void check(Check check, Task task) {
    check.text(reason, "reason", Check.TEXT);
  }
}
