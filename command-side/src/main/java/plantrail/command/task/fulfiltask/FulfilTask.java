package plantrail.command.task.fulfiltask;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskFulfilled;
import plantrail.kernel.task.TaskId;

/**
 * The agency's own plan was issued, as the task demands. Given by the system. A task that was
 * opened again is not fulfilled by the same plan twice.
 *
 * @param byPlan identifier of that plan
 * @param byDocument its number and symbol
 * @param issuedOn day of its issue, local date
 */
public record FulfilTask(
    @TargetAggregateIdentifier TaskId taskId, String byPlan, String byDocument, LocalDate issuedOn)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.tell(
        "fulfil-task", new TaskFulfilled(taskId.value(), byPlan, byDocument, issuedOn), actor);
  }
}
