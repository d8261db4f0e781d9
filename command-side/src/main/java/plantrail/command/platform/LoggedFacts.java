package plantrail.command.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.agency.domain.Agency;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanTransferred;

/**
 * Plans and agencies as the log itself tells: exact at the moment of the decision, and read without
 * taking anybody's lock.
 */
@Component
class LoggedFacts implements Plans, Agencies {
  private static final int PLANS_KEPT = 100;

  private final EventStore eventStore;

  /** Plans as far as they were read; what came after is read each time. */
  private final Map<String, Known> plans =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > PLANS_KEPT;
        }
      };

  /**
   * A plan as its first events tell.
   *
   * @param next number of the first event that is not told
   */
  private record Known(PlanIssued present, PlanStatus status, long next) {

    static @Nullable Known after(@Nullable Known known, DomainEventMessage<?> message) {
      long next = message.getSequenceNumber() + 1;
      if (message.getPayload() instanceof PlanIssued issued) {
        return new Known(issued, PlanStatus.IN_FORCE, next);
      }
      return known != null && message.getPayload() instanceof PlanEvent event
          ? new Known(
              switch (event) {
                case PlanAmended e -> known.present.after(e);
                case PlanTransferred e -> known.present.after(e);
                default -> known.present;
              },
              known.status.after(event),
              next)
          : known;
    }
  }

  LoggedFacts(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  @Override
  public @Nullable PlanIssued find(String planId) {
    Known known = known(planId);
    return known == null ? null : known.present();
  }

  @Override
  public @Nullable PlanStatus status(String planId) {
    Known known = known(planId);
    return known == null ? null : known.status();
  }

  /** It never changes, so what was read once will do. */
  @Override
  public @Nullable Integer workflows(String planId) {
    Known known;
    synchronized (plans) {
      known = plans.get(planId);
    }
    return known == null ? Plans.super.workflows(planId) : known.present().workflows();
  }

  @Override
  public PlanIssued version(String planId, int version) {
    Known known = null;
    int found = 0;
    var all = eventStore.readEvents(planId, 0);
    while (found < version && all.hasNext()) {
      DomainEventMessage<?> message = all.next();
      known = Known.after(known, message);
      if (message.getPayload() instanceof PlanIssued
          || message.getPayload() instanceof PlanAmended) {
        found++;
      }
    }
    if (known == null || found < version) {
      throw Refusal.notFound(planId);
    }
    return known.present();
  }

  private @Nullable Known known(String planId) {
    Known known;
    synchronized (plans) {
      known = plans.get(planId);
    }
    var later = eventStore.readEvents(planId, known == null ? 0 : known.next());
    while (later.hasNext()) {
      known = Known.after(known, later.next());
    }
    if (known != null) {
      synchronized (plans) {
        plans.put(planId, known);
      }
    }
    return known;
  }

  @Override
  public @Nullable Agency agency(String code) {
    Agency agency = null;
    for (var events = eventStore.readEvents(code, 0); events.hasNext(); ) {
      if (events.next().getPayload() instanceof AgencyEvent event) {
        agency = Agency.evolve(agency, event);
      }
    }
    return agency;
  }
}
