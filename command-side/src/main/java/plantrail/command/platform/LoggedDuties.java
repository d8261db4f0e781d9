package plantrail.command.platform;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.task.TaskEvent;

/** Duties as the log itself tells: one read, without taking anybody's lock. */
@Component
class LoggedDuties implements Duties {
  private static final String[] NAMES =
      EventCatalog.of(
              List.of(
                  PlanEvent.class,
                  DraftEvent.class,
                  TaskEvent.class,
                  ReportEvent.class,
                  InspectionEvent.class,
                  ObstacleEvent.class,
                  ModelEvent.class,
                  TargetEvent.class,
                  BudgetEvent.class,
                  ConsolidationEvent.class))
          .types()
          .stream()
          .map(EventCatalog::nameOf)
          .toArray(String[]::new);

  private final JdbcClient jdbc;

  LoggedDuties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> begun(Collection<String> ids) {
    return Set.copyOf(
        jdbc.sql(
                """
                select aggregate_id from store.event
                 where aggregate_id = any(:ids) and sequence = 0 and name = any(:names)
                """)
            .param("ids", ids.toArray(String[]::new))
            .param("names", NAMES)
            .query(String.class)
            .list());
  }
}
