package plantrail.command.automation;

import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskReopened;

/**
 * Calls off the parts of a task that was called off, for the same reason, and one that is opened
 * again thereafter, even if the task itself is charged again. It reads along with {@link
 * WhenTaskDelegatedThenAssignParts}, so that each part is charged before it is called off.
 */
@Component
@ProcessingGroup(WhenTaskCancelledThenCancelParts.GROUP)
public class WhenTaskCancelledThenCancelParts {
  /** Name of the processing group. */
  public static final String GROUP = WhenTaskDelegatedThenAssignParts.GROUP;

  private final Tasks tasks;
  private final ToParts parts;

  WhenTaskCancelledThenCancelParts(Tasks tasks, ToParts parts) {
    this.tasks = tasks;
    this.parts = parts;
  }

  @EventHandler
  void on(TaskCancelled event, EventMessage<?> message) {
    Objects.requireNonNull(tasks.find(event.taskId()))
        .parts()
        .calledOff()
        .forEach((part, cancelled) -> cancel(part, cancelled, message));
  }

  @EventHandler
  void on(TaskReopened event, EventMessage<?> message) {
    Task below = Objects.requireNonNull(tasks.find(event.taskId()));
    for (Task whole : parts.above(below)) {
      TaskCancelled cancelled = whole.parts().calledOff().get(below.assigned().taskId());
      if (cancelled != null) {
        cancel(event.taskId(), cancelled, message);
        return;
      }
      below = whole;
    }
  }

  private void cancel(String part, TaskCancelled whole, EventMessage<?> message) {
    // A call-off on record need not cite a document; then the parts rest on why the whole went.
    String basis = Objects.requireNonNullElse(whole.basis(), whole.reason());
    parts.below(
        part,
        each -> new CancelTask(each, whole.reason(), basis, null),
        Commands.Cause.of(message));
  }
}
