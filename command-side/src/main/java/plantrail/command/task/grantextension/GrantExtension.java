package plantrail.command.task.grantextension;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.ExtensionRequested;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * The assigner or the focal agency sets a later day.
 *
 * @param newDue last timely day from now on, local date; left out, the one that was asked for
 * @param reason why; left out, the request's own
 * @param basis document that the change rests on
 */
public record GrantExtension(
    @TargetAggregateIdentifier TaskId taskId,
    @Nullable LocalDate newDue,
    @Nullable String reason,
    @Nullable String basis)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    ExtensionRequested asked = task.asked("grant-extension", actor);
    return task.take(
        "grant-extension",
        new ExtensionGranted(
            taskId.value(),
            asked.oldDue(),
            newDue != null ? newDue : asked.newDue(),
            reason != null ? reason : asked.reason(),
            basis),
        actor);
  }

  @Override
  public void check(Check check, Task task) {
    LocalDate oldDue = task.asked() == null ? null : task.asked().oldDue();
    check
        .that(
            newDue == null || oldDue == null || newDue.isAfter(oldDue),
            "newDue",
            "field.not-later",
            String.valueOf(newDue),
            String.valueOf(oldDue))
        .text(reason, "reason", Check.TEXT)
        .text(basis, "basis", Check.LINE);
  }
}
