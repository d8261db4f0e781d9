package plantrail.kernel.workflow;

import static plantrail.kernel.workflow.Relation.CALENDAR_KEEPER;
import static plantrail.kernel.workflow.Workflow.begin;

import java.util.Set;
import plantrail.kernel.calendar.CalendarState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

/** The life of a year's working calendar. */
public final class CalendarWorkflow {
  public static final Workflow<CalendarState> TABLE =
      Workflow.of(
          "calendar",
          CalendarState.class,
          begin("override-day", CalendarState.NOTICED, CALENDAR_KEEPER));

  private CalendarWorkflow() {}

  /** How the actor stands to the calendar. */
  public static Set<Relation> relations(Actor actor) {
    Set<Relation> relations = Workflow.none();
    if (actor.role() == Role.ADMIN) {
      relations.add(CALENDAR_KEEPER);
    }
    return relations;
  }
}
