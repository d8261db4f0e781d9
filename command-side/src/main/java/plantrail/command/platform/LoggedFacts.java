package plantrail.command.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.agency.domain.Agency;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.plan.PlanIssued;

/**
 * Plans and agencies as the log itself tells: exact at the moment of the decision, and read without
 * taking anybody's lock.
 */
@Component
class LoggedFacts implements Plans, Agencies {
  private static final int PLANS_KEPT = 100;

  private final EventStore eventStore;

  /** A plan's issue never changes, so it may be kept. */
  private final Map<String, PlanIssued> plans =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PlanIssued> eldest) {
          return size() > PLANS_KEPT;
        }
      };

  LoggedFacts(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  @Override
  public @Nullable PlanIssued find(String planId) {
    synchronized (plans) {
      PlanIssued kept = plans.get(planId);
      if (kept != null) {
        return kept;
      }
    }
    PlanIssued found = first(planId, PlanIssued.class);
    if (found != null) {
      synchronized (plans) {
        plans.put(planId, found);
      }
    }
    return found;
  }

  @Override
  public @Nullable Agency agency(String code) {
    Agency agency = null;
    for (var events = eventStore.readEvents(code); events.hasNext(); ) {
      if (events.next().getPayload() instanceof AgencyEvent event) {
        agency = Agency.evolve(agency, event);
      }
    }
    return agency;
  }

  private <T> @Nullable T first(String id, Class<T> type) {
    return eventStore
        .readEvents(id)
        .asStream()
        .map(message -> message.getPayload())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElse(null);
  }
}
