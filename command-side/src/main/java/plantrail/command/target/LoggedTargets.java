package plantrail.command.target;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Taken;
import plantrail.command.target.domain.Target;
import plantrail.command.target.domain.Targets;
import plantrail.kernel.target.TargetEvent;

/** Targets as the log itself tells, read without taking anybody's lock. */
@Component
class LoggedTargets implements Targets {
  private final EventStore eventStore;

  LoggedTargets(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  @Override
  public @Nullable Target find(String targetId) {
    Target target = null;
    var events = eventStore.readEvents(targetId, 0);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      target = Target.evolve(target, (TargetEvent) message.getPayload(), Taken.of(message));
    }
    return target;
  }
}
