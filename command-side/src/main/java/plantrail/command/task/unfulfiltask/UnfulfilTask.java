package plantrail.command.task.unfulfiltask;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskFulfilled;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReopened;

/**
 * The plan by which a task was fulfilled stands no longer: the task is open again, by the day that
 * it had. Given by the system. A task that is not fulfilled by that plan at present stays as it is.
 *
 * @param byPlan identifier of that plan
 * @param reason what became of it
 */
public record UnfulfilTask(@TargetAggregateIdentifier TaskId taskId, String byPlan, String reason)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    String step = "unfulfil-task";
    task.permit(step, actor);
    return task.last() instanceof TaskFulfilled fulfilled && fulfilled.byPlan().equals(byPlan)
        ? task.take(step, new TaskReopened(taskId.value(), reason, task.percent()), actor)
        : List.of();
  }
}
