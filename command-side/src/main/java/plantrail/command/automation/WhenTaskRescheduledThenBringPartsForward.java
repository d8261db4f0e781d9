package plantrail.command.automation;

import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import plantrail.command.task.bringtaskforward.BringTaskForward;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.task.TaskRescheduled;

/**
 * No part is due later than the whole: where the plan moves that forward, its parts get the day
 * too, level by level. Those that are due before stay as they are, and a later day of the whole
 * gives them none. A day that the whole's record no longer holds moves nothing: what took its place
 * does, for its own reason. It reads along with {@link WhenTaskDelegatedThenAssignParts}, so that
 * each part is charged before.
 */
@Component
@ProcessingGroup(WhenTaskRescheduledThenBringPartsForward.GROUP)
public class WhenTaskRescheduledThenBringPartsForward {
  /** Name of the processing group. */
  public static final String GROUP = WhenTaskDelegatedThenAssignParts.GROUP;

  private final Tasks tasks;
  private final ToParts parts;

  WhenTaskRescheduledThenBringPartsForward(Tasks tasks, ToParts parts) {
    this.tasks = tasks;
    this.parts = parts;
  }

  @EventHandler
  void on(TaskRescheduled event, EventMessage<?> message) {
    Task whole = Objects.requireNonNull(tasks.find(event.taskId()));
    LocalDate due = event.newDue();
    if (due != null && due.equals(whole.due())) {
      parts.each(
          whole, part -> new BringTaskForward(part, due, event.reason(), event.basis()), message);
    }
  }
}
