package plantrail.command.model;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.model.domain.Model;
import plantrail.command.model.domain.Models;
import plantrail.command.platform.Taken;
import plantrail.kernel.model.ModelEvent;

/** Models as the log itself tells, read without taking anybody's lock. */
@Component
class LoggedModels implements Models {
  private final EventStore eventStore;

  LoggedModels(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  @Override
  public @Nullable Model find(String modelId) {
    Model model = null;
    var events = eventStore.readEvents(modelId, 0);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      if (!(message.getPayload() instanceof ModelEvent event)) {
        return null;
      }
      model = Model.evolve(model, event, Taken.of(message));
    }
    return model;
  }
}
