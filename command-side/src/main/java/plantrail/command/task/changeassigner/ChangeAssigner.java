package plantrail.command.task.changeassigner;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskAssignerChanged;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * Puts the agency that the whole was given to in the place of the one that charged this part. Given
 * by the system; if it stands there already, there is nothing to do.
 *
 * @param successor code of the agency that is responsible for the whole
 * @param reason why
 * @param basis document that the change rests on
 */
public record ChangeAssigner(
    @TargetAggregateIdentifier TaskId taskId,
    String successor,
    String reason,
    @Nullable String basis)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    task.open("change-assigner", actor);
    String predecessor = task.parties().assigner();
    return predecessor.equals(successor)
        ? List.of()
        : task.take(
            "change-assigner",
            new TaskAssignerChanged(taskId.value(), predecessor, successor, reason, basis),
            actor);
  }
}
