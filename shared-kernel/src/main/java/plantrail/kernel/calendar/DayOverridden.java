package plantrail.kernel.calendar;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A notice made a day other than the law alone gives, or other than an earlier notice said.
 *
 * @param calendarId see {@link CalendarId}
 * @param day the day, local date
 * @param worked whether offices work on it
 * @param basis the document that says so
 * @param runningPlans whether plans already issued go by it too; else those issued from now on
 */
@Revision("1")
public record DayOverridden(
    String calendarId, LocalDate day, boolean worked, String basis, boolean runningPlans)
    implements CalendarEvent {

  /** Whether offices work on it. */
  public DayKind kind() {
    return worked ? DayKind.WORKED : DayKind.OFF;
  }
}
