package plantrail.command.task.submittaskresult;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskResultSubmitted;

/**
 * The responsible agency hands in its result.
 *
 * @param result what was done
 */
public record SubmitTaskResult(@TargetAggregateIdentifier TaskId taskId, String result)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.take(
        "submit-task-result", new TaskResultSubmitted(taskId.value(), result, when.day()), actor);
  }

  @Override
  public void check(Check check, Task task) {
    check.text(result, "result", Check.TEXT);
  }
}
