package plantrail.command.task;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.ChildTask;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskDelegated;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/** Charges an agency with its part of a delegated task. Given by the automation alone. */
public record AssignPart(TaskDelegated delegated, ChildTask part) {

  @TargetAggregateIdentifier
  public TaskId taskId() {
    return new TaskId(part.taskId());
  }

  /** What follows if that actor gives the command. */
  public List<TaskEvent> decide(@Nullable Task task, Actor actor) {
    return Task.charge(
        task,
        new TaskAssigned(
            part.taskId(),
            delegated.planId(),
            delegated.document(),
            delegated.taskId(),
            delegated.item(),
            part.title(),
            part.agency(),
            delegated.roles(),
            null,
            part.due(),
            delegated.agency(),
            delegated.focal(),
            null,
            null,
            delegated.happenedOn(),
            delegated.taskId(),
            part.weight()),
        actor);
  }
}
