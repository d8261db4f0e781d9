package plantrail.command.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.kernel.agency.AgencyRegistered;
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
  public boolean exists(String code) {
    return first(code, AgencyRegistered.class) != null;
  }

  @Override
  public List<String> superiors(String code) {
    List<String> superiors = new ArrayList<>();
    AgencyRegistered agency = first(code, AgencyRegistered.class);
    while (agency != null && agency.superior() != null && !superiors.contains(agency.superior())) {
      superiors.add(agency.superior());
      agency = first(agency.superior(), AgencyRegistered.class);
    }
    return superiors;
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
