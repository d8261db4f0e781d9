package plantrail.kernel.calendar;

import plantrail.kernel.DomainEvent;

/** What happens to the working calendar of a year. */
public sealed interface CalendarEvent extends DomainEvent permits DayOverridden {
  String calendarId();

  @Override
  default String subject() {
    return calendarId();
  }
}
