package plantrail.command.task.requestextension;

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
import plantrail.kernel.task.ExtensionRequested;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * The responsible agency asks for a later day.
 *
 * @param newDue last timely day asked for, local date: later than the one in force, and not past
 * @param reason why it is needed
 * @param basis document that the request rests on
 */
public record RequestExtension(
    @TargetAggregateIdentifier TaskId taskId,
    LocalDate newDue,
    String reason,
    @Nullable String basis)
    implements SubjectCommand {

  public List<TaskEvent> decide(Task task, Actor actor, Occurrence when, Tasks tasks) {
    LocalDate oldDue = task.due("request-extension", actor);
    List<TaskEvent> events =
        task.take(
            "request-extension",
            new ExtensionRequested(taskId.value(), oldDue, newDue, reason, basis),
            actor);
    Check check =
        when.check(task.openSince("request-extension"))
            .that(
                task.due() == null || newDue.isAfter(task.due()),
                "newDue",
                "field.not-later",
                newDue.toString(),
                String.valueOf(task.due()))
            .that(
                !newDue.isBefore(when.day()),
                "newDue",
                "field.asked-too-late",
                newDue.toString(),
                when.day().toString())
            .text(reason, "reason", Check.TEXT)
            .text(basis, "basis", Check.LINE);
    Task whole = tasks.wholeOf(task);
    if (whole != null) {
      whole.checkPart(check, newDue, "newDue");
    }
    check.done();
    return events;
  }
}
