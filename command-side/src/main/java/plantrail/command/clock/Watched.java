package plantrail.command.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.DueMoment;
import plantrail.kernel.calendar.Notice;
import plantrail.kernel.calendar.WorkingCalendar;

/**
 * Something that the clock watches.
 *
 * @param subject identifier of the task or the report
 * @param agency code of the agency that owes it
 * @param due last timely day; null if it has none
 * @param request whether it is a request, which is never in breach
 * @param owed whether something is owed at present
 * @param since from when on it has been owed with that day
 * @param sample whether the sample's past brought that about
 * @param done how many of its moments are over
 */
record Watched(
    Kind kind,
    String subject,
    String planId,
    String agency,
    @Nullable LocalDate due,
    boolean request,
    boolean owed,
    Instant since,
    boolean sample,
    int done) {

  /** What kinds of things the clock watches. */
  enum Kind {
    TASK,
    REPORT
  }

  /**
   * When the system speaks up next.
   *
   * @param done how many moments are over by then
   * @param moment the moment; null if nothing is to come
   */
  record Next(int done, @Nullable DueMoment moment) {}

  /** When the system speaks up next, as things stand. */
  Next next(PinnedPlan plan, WorkingCalendar calendar) {
    List<DueMoment> toCome = toCome(plan, calendar);
    for (int i = 0; i < toCome.size(); i++) {
      if (!isMissed(toCome.get(i))) {
        return new Next(done + i, toCome.get(i));
      }
    }
    return new Next(done, null);
  }

  /** All moments that are not over, as things stand. */
  List<DueMoment> toCome(PinnedPlan plan, WorkingCalendar calendar) {
    if (!owed || due == null || plan.state() != PinnedPlan.State.RUNS) {
      return List.of();
    }
    List<DueMoment> moments = plan.rule().moments(due, request, calendar);
    return moments.subList(Math.min(done, moments.size()), moments.size());
  }

  /**
   * Nobody could be reminded before it was owed, so that is no longer said. That the day had passed
   * by then is, save in the sample, whose past is told as it was.
   */
  private boolean isMissed(DueMoment moment) {
    return moment.at().isBefore(since) && (sample || moment.notice() == Notice.REMINDER);
  }
}
