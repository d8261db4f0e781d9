package plantrail.command.task.accepttaskresult;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskResultAccepted;

/**
 * The assigner or the focal agency accepts the result.
 *
 * @param note remark
 */
public record AcceptTaskResult(@TargetAggregateIdentifier TaskId taskId, @Nullable String note)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.take("accept-task-result", new TaskResultAccepted(taskId.value(), note), actor);
  }

  @Override
  public void check(Check check, Task task) {
    check.text(note, "note", Check.TEXT);
  }
}
