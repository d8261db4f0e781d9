package plantrail.command.calendar.overrideday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.calendar.domain.NoticedDays;
import plantrail.command.platform.Check;
import plantrail.kernel.calendar.CalendarEvent;
import plantrail.kernel.calendar.CalendarId;
import plantrail.kernel.calendar.DayKind;
import plantrail.kernel.calendar.DayOverridden;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.kernel.workflow.CalendarWorkflow;

/**
 * Enters what a notice makes of a day to come. A day that has begun stays what it was: nobody's
 * lateness is counted anew. {@code GET /api/calendar/preview} tells beforehand what would move.
 *
 * @param day the day, local date
 * @param kind whether offices work on it
 * @param basis the document that says so
 * @param reach which plans go by it
 */
public record OverrideDay(LocalDate day, DayKind kind, String basis, Reach reach)
    implements Command {

  /** Which plans go by a notice. */
  public enum Reach {
    /** Plans issued from now on. */
    NEW_PLANS,
    /** Plans already issued, too. */
    ALL_PLANS
  }

  @TargetAggregateIdentifier
  public CalendarId calendarId() {
    return CalendarId.of(day.getYear());
  }

  /** What follows if that actor gives the command. */
  public List<CalendarEvent> decide(@Nullable NoticedDays noticed, Actor actor, Instant now) {
    CalendarWorkflow.TABLE.permit("override-day", CalendarWorkflow.relations(actor));
    DayOverridden overridden =
        new DayOverridden(
            calendarId().value(), day, kind == DayKind.WORKED, basis, reach == Reach.ALL_PLANS);
    if (noticed != null && overridden.equals(noticed.days().get(day))) {
      return List.of();
    }
    LocalDate today = LocalTime.dayOf(now);
    new Check()
        .that(day.isAfter(today), "day", "field.not-to-come", day.toString(), today.toString())
        .text(basis, "basis", Check.LINE)
        .done();
    return List.of(overridden);
  }
}
