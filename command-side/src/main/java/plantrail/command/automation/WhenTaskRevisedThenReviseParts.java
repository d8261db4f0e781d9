package plantrail.command.automation;

import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.revisetask.ReviseTask;
import plantrail.kernel.plan.DutyRole;
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
    Task whole = Objects.requireNonNull(tasks.find(event.taskId()));
    whole.parts().byId().keySet().forEach(part -> revise(part, whole, event, message));
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
          .map(EventMessage::getPayload)
          .filter(TaskRevised.class::isInstance)
          .map(TaskRevised.class::cast)
          .forEach(revised -> revise(event.taskId(), whole, revised, message));
    }
  }

  private void revise(String id, Task whole, TaskRevised event, EventMessage<?> message) {
    boolean request = whole.matter().request();
    @Nullable Task part = tasks.find(id);
    if (part != null
        && part.matter().request() != request
        && event.roles().contains(DutyRole.REQUEST) == request) {
      Task.Matter matter = part.matter();
      boolean taken =
          parts.one(
              new ReviseTask(
                  new TaskId(id),
                  event.version(),
                  event.item(),
                  matter.title(),
                  whole.matter().rolesBelow(),
                  matter.partners(),
                  matter.creates(),
                  event.reason(),
                  event.basis()),
              message);
      if (!taken) {
        // What is finished stays as it is and hands nothing on.
        part.parts().byId().keySet().forEach(below -> revise(below, whole, event, message));
      }
    }
  }
}
