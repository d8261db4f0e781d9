package plantrail.command.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.DueMoment;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.calendar.Notice;
import plantrail.kernel.calendar.WorkingCalendar;
import plantrail.kernel.plan.PlanYearOpened;

/**
 * Something that the clock watches.
 *
 * @param subject identifier of the task, the report or the plan
 * @param agency code of the agency that owes it; of a plan, its issuer
 * @param due last timely day; null if it has none; of a plan, the last day for which its reports
 *     are opened
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
    REPORT,
    /** A plan that goes on after its first year, whose reports are opened year by year. */
    PLAN
  }

  /**
   * When the system acts next.
   *
   * @param done how many moments are over by then
   * @param at the moment; null if nothing is to come
   * @param notice what it says then; null if it opens a plan's next year
   * @param days working days left or passed
   */
  record Next(int done, @Nullable Instant at, @Nullable Notice notice, int days) {}

  /** When the system acts next, as things stand. */
  Next next(PinnedPlan plan, WorkingCalendar calendar) {
    if (!runs(plan) || due == null) {
      return new Next(done, null, null, 0);
    }
    if (kind == Kind.PLAN) {
      LocalDate day = PlanYearOpened.firstDay(due.getYear() + 1);
      return new Next(done, LocalTime.startOf(day), null, 0);
    }
    List<DueMoment> toCome = toCome(plan, calendar);
    for (int i = 0; i < toCome.size(); i++) {
      DueMoment moment = toCome.get(i);
      if (!isMissed(moment)) {
        return new Next(done + i, moment.at(), moment.notice(), moment.days());
      }
    }
    return new Next(done, null, null, 0);
  }

  private boolean runs(PinnedPlan plan) {
    return owed && plan.state() == PinnedPlan.State.RUNS;
  }

  /** All moments of a duty that are not over, as things stand. */
  List<DueMoment> toCome(PinnedPlan plan, WorkingCalendar calendar) {
    if (!runs(plan) || due == null) {
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
