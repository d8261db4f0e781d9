package plantrail.command.automation;

import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.revisetask.ReviseTask;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskRevised;

/**
 * A part of a request is a request, and one of an order an order: where the plan makes the one of
 * the other, its parts follow, level by level; what else they are is for whoever passed them on.
 * What the whole's record tells at that moment counts: an event that says otherwise is no longer
 * so. It reads along with {@link WhenTaskDelegatedThenAssignParts}, so that each part is charged
 * before.
 */
@Component
@ProcessingGroup(WhenTaskRevisedThenReviseParts.GROUP)
public class WhenTaskRevisedThenReviseParts {
  /** Name of the processing group. */
  public static final String GROUP = WhenTaskDelegatedThenAssignParts.GROUP;

  private final Tasks tasks;
  private final ToParts parts;
  private final EventStore eventStore;

  WhenTaskRevisedThenReviseParts(
      Tasks tasks, ToParts parts, @Qualifier("eventStore") EventStore eventStore) {
    this.tasks = tasks;
    this.parts = parts;
    this.eventStore = eventStore;
  }

  @EventHandler
  void on(TaskRevised event, EventMessage<?> message) {
    ReviseTask revision = revision(event);
    Task whole = Objects.requireNonNull(tasks.find(event.taskId()));
    if (isSo(whole, revision)) {
      parts.revise(revision, Commands.Cause.of(message));
    }
  }

  /** What was finished when the whole was revised stayed as it was; opened again it follows. */
  @EventHandler
  void on(TaskReopened event, EventMessage<?> message) {
    Task below = Objects.requireNonNull(tasks.find(event.taskId()));
    List<Task> above = parts.above(below);
    for (Task whole : above) {
      if (whole.parts().find(below.assigned().taskId()) == null) {
        return;
      }
      below = whole;
    }
    if (!above.isEmpty()) {
      Task whole = above.getLast();
      eventStore
          .readEvents(whole.assigned().taskId(), 0)
          .asStream()
          .filter(each -> each.getPayload() instanceof TaskRevised)
          .forEach(each -> {
            ReviseTask revision = revision((TaskRevised) each.getPayload());
            if (isSo(whole, revision)) {
              parts.revise(
                  event.taskId(), revision, whole.due(), Commands.Cause.of(each).at(message));
            }
          });
    }
  }

  private static boolean isSo(Task whole, ReviseTask revision) {
    return whole.matter().request() == revision.now().request();
  }

  private static ReviseTask revision(TaskRevised event) {
    return new ReviseTask(
        new TaskId(event.taskId()),
        event.version(),
        null,
        new Task.Matter(event.item(), event.title(), event.roles(), event.partners(), null),
        event.reason(),
        event.basis());
  }
}
