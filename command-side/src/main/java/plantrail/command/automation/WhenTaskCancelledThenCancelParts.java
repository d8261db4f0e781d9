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
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
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
  private final Commands commands;

  WhenTaskCancelledThenCancelParts(Tasks tasks, Commands commands) {
    this.tasks = tasks;
    this.commands = commands;
  }

  @EventHandler
  void on(TaskCancelled event, EventMessage<?> message) {
    Task whole = tasks.find(event.taskId());
    if (whole != null) {
      whole.parts().byId().keySet().forEach(part -> cancel(new TaskId(part), event, message));
    }
  }

  @EventHandler
  void on(TaskReopened event, EventMessage<?> message) {
    Task part = Objects.requireNonNull(tasks.find(event.taskId()));
    String parent = part.assigned().parentTask();
    Task whole = parent == null ? null : tasks.find(parent);
    if (whole != null && whole.last() instanceof TaskCancelled cancelled) {
      cancel(new TaskId(event.taskId()), cancelled, message);
    }
  }

  private void cancel(TaskId part, TaskCancelled whole, EventMessage<?> message) {
    try {
      commands.follow(
          new CancelTask(part, whole.reason(), whole.basis()), Commands.Cause.of(message));
    } catch (Refusal refusal) {
      // What is finished stays as it is.
      if (refusal.code() != RefusalCode.INVALID_STATE) {
        throw refusal;
      }
    }
  }
}
