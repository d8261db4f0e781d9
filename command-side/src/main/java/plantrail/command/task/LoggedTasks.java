package plantrail.command.task;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Taken;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.task.TaskEvent;

/** Tasks as the log itself tells, read without taking anybody's lock. */
@Component
class LoggedTasks implements Tasks {
  private final EventStore eventStore;

  LoggedTasks(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  @Override
  public @Nullable Task find(String taskId) {
    Task task = null;
    var events = eventStore.readEvents(taskId, 0);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      if (!(message.getPayload() instanceof TaskEvent event)) {
        return null;
      }
      task = Task.evolve(task, event, Taken.of(message));
    }
    return task;
  }
}
