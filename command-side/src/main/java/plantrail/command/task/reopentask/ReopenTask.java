package plantrail.command.task.reopentask;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReopened;

/**
 * The assigner or the focal agency opens a completed task again. What is completed stays with
 * agencies that have ended since, so whoever took over from those may do so.
 *
 * @param reason what is still owed
 */
public record ReopenTask(@TargetAggregateIdentifier TaskId taskId, String reason)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.take(
        "reopen-task", new TaskReopened(taskId.value(), reason, task.percent()), actor);
  }

  /**
   * As {@link #decide(Task, Actor, Occurrence, Plans)}, with whoever stands in the registry now.
   */
  public List<TaskEvent> decide(
      Task task, Actor actor, Occurrence when, Plans plans, Agencies agencies, Tasks tasks) {
    return decide(
        task.watchedBy(code -> agencies.inPlaceOf(code, when.today(), tasks.marks(task, code))),
        actor,
        when,
        plans);
  }

  @Override
  public void check(Check check, Task task) {
    check.text(reason, "reason", Check.TEXT);
  }
}
