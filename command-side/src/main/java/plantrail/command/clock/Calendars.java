package plantrail.command.clock;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plantrail.kernel.calendar.DayKind;
import plantrail.kernel.calendar.WorkingCalendar;

/**
 * The calendars that plans go by, as far as notices have come.
 *
 * @param notices what notices made of days, in the order of the log
 */
record Calendars(List<Notice> notices) {

  /**
   * What a notice made of a day.
   *
   * @param position its place in the log
   * @param runningPlans whether plans issued before go by it too
   */
  record Notice(long position, LocalDate day, boolean worked, boolean runningPlans) {}

  /**
   * The calendar of a plan: what had been noticed when it was issued, and what was noticed later
   * for running plans, too.
   *
   * @param pinned place in the log of the last notice known at its issue
   */
  WorkingCalendar of(long pinned) {
    Map<LocalDate, DayKind> days = new HashMap<>();
    for (Notice each : notices) {
      if (each.position() <= pinned || each.runningPlans()) {
        days.put(each.day(), each.worked() ? DayKind.WORKED : DayKind.OFF);
      }
    }
    return WorkingCalendar.STATUTORY.with(days);
  }

  /** The calendars of those plans, by what is pinned to them. */
  Map<Long, WorkingCalendar> byPin(Collection<PinnedPlan> plans) {
    return plans.stream()
        .map(PinnedPlan::calendar)
        .distinct()
        .collect(Collectors.toMap(pin -> pin, this::of));
  }

  /** The calendar of a plan that is issued now. */
  WorkingCalendar newest() {
    return of(Long.MAX_VALUE);
  }
}
