package plantrail.command.task.transfertask;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskTransferred;

/**
 * Puts the successor of a merged or dissolved agency in its place, wherever that stood. Given by
 * the system; if it stands nowhere, there is nothing to do.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on
 */
public record TransferTask(
    @TargetAggregateIdentifier TaskId taskId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    task.open("transfer-task", actor);
    return task.parties().include(predecessor)
        ? task.take(
            "transfer-task",
            new TaskTransferred(taskId.value(), predecessor, successor, reason, basis),
            actor)
        : List.of();
  }
}
