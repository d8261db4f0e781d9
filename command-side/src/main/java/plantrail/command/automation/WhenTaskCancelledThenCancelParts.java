package plantrail.command.automation;

import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReopened;

/**
 * Calls off the parts of a task that was called off, for the same reason, and one that is opened
 * again thereafter. It reads along with {@link WhenTaskDelegatedThenAssignParts}, so that each part
 * is charged before it is called off.
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
    Task whole = tasks.find(event.taskId());
    if (whole != null) {
      parts.each(whole, part -> cancelled(part, event), message);
    }
  }

  @EventHandler
  void on(TaskReopened event, EventMessage<?> message) {
    Task part = Objects.requireNonNull(tasks.find(event.taskId()));
    String parent = part.assigned().parentTask();
    Task whole = parent == null ? null : tasks.find(parent);
    if (whole != null && whole.last() instanceof TaskCancelled cancelled) {
      parts.one(cancelled(new TaskId(event.taskId()), cancelled), message);
    }
  }

  private static CancelTask cancelled(TaskId part, TaskCancelled whole) {
    return new CancelTask(part, whole.reason(), whole.basis());
  }
}
