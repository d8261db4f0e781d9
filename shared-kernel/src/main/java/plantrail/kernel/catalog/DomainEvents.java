package plantrail.kernel.catalog;

import java.util.List;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.calendar.CalendarEvent;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.mandate.MandateEvent;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.task.TaskEvent;

/** All kinds of events that the log may hold: one sealed interface an aggregate. */
public final class DomainEvents {
  public static final List<Class<? extends DomainEvent>> SEALED =
      List.of(
          AgencyEvent.class,
          DraftEvent.class,
          PlanEvent.class,
          TaskEvent.class,
          ReportEvent.class,
          ConsolidationEvent.class,
          InspectionEvent.class,
          ObstacleEvent.class,
          ModelEvent.class,
          TargetEvent.class,
          BudgetEvent.class,
          CalendarEvent.class,
          MandateEvent.class);

  private DomainEvents() {}
}
