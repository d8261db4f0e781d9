package plantrail.kernel.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When the system speaks up about a duty: before its last timely day, right after it, and once more
 * to the superior agency. No law says so; what offices set is a setting.
 *
 * @param remindBefore how many working days before the last timely day the responsible agency is
 *     reminded; each number once, the greatest first
 * @param escalateAfter how many working days after it the superior is told; at least 1
 */
public record NoticeRule(List<Integer> remindBefore, int escalateAfter) {
  public NoticeRule {
    remindBefore = remindBefore.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    if (escalateAfter < 1 || remindBefore.stream().anyMatch(days -> days < 1)) {
      throw new IllegalArgumentException("A notice is given at least one working day off");
    }
  }

  /**
   * The moments of a duty, each later than the one before. A reminder is given as its day begins, a
   * lapse as the last timely day ends, an escalation as the last of its working days ends.
   *
   * @param due the last timely day, local date
   * @param request whether it is a request, which is reminded but never in breach
   */
  public List<DueMoment> moments(LocalDate due, boolean request, WorkingCalendar calendar) {
    List<DueMoment> moments = new ArrayList<>();
    for (int days : remindBefore) {
      LocalDate day = calendar.workingDaysBefore(due, days);
      moments.add(new DueMoment(Notice.REMINDER, days, LocalTime.startOf(day)));
    }
    if (!request) {
      moments.add(new DueMoment(Notice.LAPSE, 0, LocalTime.endOf(due)));
      moments.add(
          new DueMoment(
              Notice.ESCALATION,
              escalateAfter,
              LocalTime.endOf(calendar.workingDaysAfter(due, escalateAfter))));
    }
    return moments;
  }
}
