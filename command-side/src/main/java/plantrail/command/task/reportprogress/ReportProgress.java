package plantrail.command.task.reportprogress;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
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
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    return task.take(
        "report-progress", new ProgressReported(taskId.value(), percent, note, List.of()), actor);
  }

  @Override
  public void check(Check check, Task task) {
    check
        .that(percent >= 0 && percent <= 100, "percent", "field.percent", Integer.toString(percent))
        .that(
            !task.parts().count() || percent == task.percent(),
            "percent",
            "field.percent-of-parts",
            Integer.toString(task.percent()))
        .text(note, "note", Check.TEXT);
  }
}
