package plantrail.command.task.submittaskresult;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.SubjectCommand;
import plantrail.command.platform.Attached;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.attachment.Attachment;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.ChildTask;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskResultSubmitted;

/**
 * The responsible agency hands in its result.
 *
 * @param result what was done
 * @param attachments uploaded files that belong to it
 * @param reason why it is handed in although parts of the task are open
 */
public record SubmitTaskResult(
    @TargetAggregateIdentifier TaskId taskId,
    String result,
    List<Attached> attachments,
    @Nullable String reason)
    implements SubjectCommand {

  public List<TaskEvent> decide(
      Task task, Actor actor, Occurrence when, Tasks tasks, Attached.Types types) {
    List<Attachment> files = Attached.all(attachments, actor, types);
    List<TaskEvent> events =
        task.take(
            "submit-task-result",
            new TaskResultSubmitted(taskId.value(), result, when.day(), files, reason),
            actor);
    String open =
        reason != null || events.isEmpty()
            ? ""
            : task.parts().mandatory().stream()
                .filter(part -> !finished(part, tasks))
                .map(ChildTask::agency)
                .collect(joining(", "));
    Check check =
        when.check(task.openSince("submit-task-result"))
            .text(result, "result", Check.TEXT)
            .text(reason, "reason", Check.TEXT)
            .that(open.isEmpty(), "reason", "field.open-parts", open);
    Attached.check(check, files);
    check.done();
    return events;
  }

  private static boolean finished(ChildTask part, Tasks tasks) {
    Task found = tasks.find(part.taskId());
    return found != null && found.finished();
  }
}
