package plantrail.command.automation;

import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.task.bringtaskforward.BringTaskForward;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskRescheduled;

/**
 * No part is due later than the whole: where the plan moves that forward, its parts get the day
 * too, level by level. Those that are due before stay as they are, and a later day of the whole
 * gives them none and takes none from them. They get the day that the whole's record holds by now,
 * if that lies between the event's two: an earlier one moves them for its own reason. What a change
 * of the plan moves has its parts moved by then. It reads along with {@link
 * WhenTaskDelegatedThenAssignParts}, so that each part is charged before.
 */
@Component
@ProcessingGroup(WhenTaskRescheduledThenBringPartsForward.GROUP)
public class WhenTaskRescheduledThenBringPartsForward {
  /** Name of the processing group. */
  public static final String GROUP = WhenTaskDelegatedThenAssignParts.GROUP;

  private final Tasks tasks;
  private final ToParts parts;
  private final EventStore eventStore;

  WhenTaskRescheduledThenBringPartsForward(
      Tasks tasks, ToParts parts, @Qualifier("eventStore") EventStore eventStore) {
    this.tasks = tasks;
    this.parts = parts;
    this.eventStore = eventStore;
  }

  @EventHandler
  void on(TaskRescheduled event, EventMessage<?> message) {
    Task whole = Objects.requireNonNull(tasks.find(event.taskId()));
    LocalDate due = whole.due();
    if (due != null && event.bringsForward(due)) {
      parts.each(
          whole,
          part -> new BringTaskForward(part, due, event.reason(), event.basis()),
          Commands.Cause.of(message));
    }
  }

  /**
   * What was finished when the whole was moved forward kept its day; opened again it gets it too.
   */
  @EventHandler
  void on(TaskReopened event, EventMessage<?> message) {
    Task part = Objects.requireNonNull(tasks.find(event.taskId()));
    parts.above(part).forEach(whole -> bringForward(part, whole, message));
  }

  private void bringForward(Task part, Task whole, EventMessage<?> message) {
    LocalDate due = whole.due();
    if (due == null) {
      return;
    }
    eventStore
        .readEvents(whole.assigned().taskId(), 0)
        .asStream()
        .forEach(each -> {
          if (each.getPayload() instanceof TaskRescheduled moved && moved.bringsForward(due)) {
            parts.one(
                new BringTaskForward(
                    new TaskId(part.assigned().taskId()), due, moved.reason(), moved.basis()),
                Commands.Cause.of(each).at(message));
          }
        });
  }
}
