package plantrail.command.task.reportprogress;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * The responsible agency tells how far it has come.
 *
 * @param percent share done, 0 to 100
 * @param note what was done
 */
public record ReportProgress(
    @TargetAggregateIdentifier TaskId taskId, int percent, @Nullable String note)
    implements TaskCommand {

  @Override
  public List<TaskEvent> decide(Task task, Actor actor, Instant now) {
    List<TaskEvent> events =
        task.take("report-progress", new ProgressReported(taskId.value(), percent, note), actor);
    new Check()
        .that(percent >= 0 && percent <= 100, "percent", "field.percent", Integer.toString(percent))
        .text(note, "note", Check.TEXT)
        .done();
    return events;
  }
}
