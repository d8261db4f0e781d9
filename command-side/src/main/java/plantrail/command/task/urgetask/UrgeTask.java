package plantrail.command.task.urgetask;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskUrged;

/**
 * The assigner or the focal agency urges the responsible agency.
 *
 * @param text what it is told
 */
public record UrgeTask(@TargetAggregateIdentifier TaskId taskId, String text)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.take(
        "urge-task",
        new TaskUrged(taskId.value(), task.agency(), text, task.due()),
        actor,
        when.day());
  }

  @Override
  public void check(Check check, Task task) {
    check.text(text, "text", Check.TEXT);
  }
}
