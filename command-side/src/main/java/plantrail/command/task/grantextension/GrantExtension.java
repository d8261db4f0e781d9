package plantrail.command.task.grantextension;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.SubjectCommand;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
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
 * @param basis document that the change rests on; left out, the request's own, if it has one
 */
public record GrantExtension(
    @TargetAggregateIdentifier TaskId taskId,
    @Nullable LocalDate newDue,
    @Nullable String reason,
    @Nullable String basis)
    implements SubjectCommand {

  public List<TaskEvent> decide(Task task, Actor actor, Occurrence when, Tasks tasks) {
    ExtensionRequested asked = task.asked("grant-extension", actor);
    LocalDate granted = newDue != null ? newDue : asked.newDue();
    String restsOn = basis != null ? basis : asked.basis();
    List<TaskEvent> events =
        task.take(
            "grant-extension",
            new ExtensionGranted(
                taskId.value(),
                asked.oldDue(),
                granted,
                reason != null ? reason : asked.reason(),
                restsOn),
            actor);
    Check check =
        when.check(task.openSince("grant-extension"))
            .that(
                newDue == null || newDue.isAfter(asked.oldDue()),
                "newDue",
                "field.not-later",
                String.valueOf(newDue),
                asked.oldDue().toString())
            .text(reason, "reason", Check.TEXT)
            .that(restsOn != null, "basis", "field.missing")
            .text(basis, "basis", Check.LINE);
    Task whole = tasks.wholeOf(task);
    if (whole != null) {
      whole.checkPart(check, granted, "newDue");
    }
    check.done();
    return events;
  }
}
