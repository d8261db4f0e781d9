package plantrail.command.automation;

import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import plantrail.command.task.changeassigner.ChangeAssigner;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.task.TaskReassigned;

/**
 * Whoever a task is given to takes over its parts from the agency before, which has nothing to say
 * any more; who carries the parts out stays as it is. What the task's record tells at that moment
 * counts, not the event: one that is read again would bring back who was. It reads along with
 * {@link WhenTaskDelegatedThenAssignParts}, so that each part is charged before.
 */
@Component
@ProcessingGroup(WhenTaskReassignedThenChangeAssigner.GROUP)
public class WhenTaskReassignedThenChangeAssigner {
  /** Name of the processing group. */
  public static final String GROUP = WhenTaskDelegatedThenAssignParts.GROUP;

  private final Tasks tasks;
  private final ToParts parts;

  WhenTaskReassignedThenChangeAssigner(Tasks tasks, ToParts parts) {
    this.tasks = tasks;
    this.parts = parts;
  }

  @EventHandler
  void on(TaskReassigned event, EventMessage<?> message) {
    Task whole = Objects.requireNonNull(tasks.find(event.taskId()));
    parts.each(
        whole,
        part -> new ChangeAssigner(part, whole.agency(), event.reason(), event.basis()),
        message);
  }
}
