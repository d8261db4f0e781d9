package plantrail.command.task.reportprogress;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.SubjectCommand;
import plantrail.command.platform.Attached;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.domain.Task;
import plantrail.kernel.attachment.Attachment;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.StatedFigure;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * The responsible agency tells how far it has come.
 *
 * @param percent share done, 0 to 100
 * @param note what was done
 * @param figures what it comes to in figures, each of them once
 * @param attachments uploaded files that show it
 */
public record ReportProgress(
    @TargetAggregateIdentifier TaskId taskId,
    int percent,
    @Nullable String note,
    List<StatedFigure> figures,
    List<Attached> attachments)
    implements SubjectCommand {

  public List<TaskEvent> decide(Task task, Actor actor, Occurrence when, Attached.Types types) {
    List<Attachment> files = Attached.all(attachments, actor, types);
    List<TaskEvent> events =
        task.take(
            "report-progress",
            new ProgressReported(taskId.value(), percent, note, figures, files),
            actor,
            when.day());
    Check check =
        when.check(task.openSince("report-progress"))
            .that(
                percent >= 0 && percent <= 100,
                "percent",
                "field.percent",
                Integer.toString(percent))
            .that(
                !task.parts().count() || percent == task.percent(),
                "percent",
                "field.percent-of-parts",
                Integer.toString(task.percent()))
            .text(note, "note", Check.TEXT)
            .figures(figures);
    Attached.check(check, files);
    check.done();
    return events;
  }
}
