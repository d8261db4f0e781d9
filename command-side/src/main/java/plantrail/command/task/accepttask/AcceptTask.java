package plantrail.command.task.accepttask;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/** The responsible agency takes the task on. */
public record AcceptTask(@TargetAggregateIdentifier TaskId taskId) implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.take("accept-task", new TaskAccepted(taskId.value()), actor);
  }
}
