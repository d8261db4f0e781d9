package plantrail.command.task.submittaskresult;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.command.platform.HandOver;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskResultSubmitted;

/**
 * The responsible agency hands in its result.
 *
 * @param result what was done
 * @param happenedOn day of the hand-over, local date; today if left out
 */
public record SubmitTaskResult(
    @TargetAggregateIdentifier TaskId taskId, String result, @Nullable LocalDate happenedOn)
    implements TaskCommand {

  @Override
  public List<TaskEvent> decide(Task task, Actor actor, Instant now) {
    LocalDate day = HandOver.day(happenedOn, now);
    List<TaskEvent> events =
        task.take(
            "submit-task-result", new TaskResultSubmitted(taskId.value(), result, day), actor);
    HandOver.check(happenedOn, task.begun(), now).text(result, "result", Check.TEXT).done();
    return events;
  }
}
