package plantrail.command.platform;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.task.TaskEvent;

/** Duties as the log itself tells, read without taking anybody's lock. */
@Component
class LoggedDuties implements Duties {
  private final EventStore eventStore;

  LoggedDuties(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  @Override
  public Set<String> begun(Collection<String> ids) {
    return ids.stream().filter(this::begun).collect(toUnmodifiableSet());
  }

  private boolean begun(String id) {
    var events = eventStore.readEvents(id, 0);
    return events.hasNext()
        && switch (events.next().getPayload()) {
          case PlanEvent _,
              DraftEvent _,
              TaskEvent _,
              ReportEvent _,
              InspectionEvent _,
              ObstacleEvent _,
              ModelEvent _,
              TargetEvent _,
              BudgetEvent _,
              ConsolidationEvent _ ->
              true;
          default -> false;
        };
  }
}
