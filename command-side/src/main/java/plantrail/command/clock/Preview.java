package plantrail.command.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import plantrail.kernel.calendar.DayKind;
import plantrail.kernel.calendar.Notice;

/**
 * What a notice of a day would change, if it were entered now for running plans too. Last timely
 * days are the plans' own and never move; what moves is when the system speaks up.
 *
 * @param day the day
 * @param presently what it is to plans that are issued now
 * @param then what the notice would make of it
 * @param plans plans of which something would move, most of it first
 * @param first the first that would move, in the order of time, at most a hundred
 */
public record Preview(
    LocalDate day, DayKind presently, DayKind then, List<OfPlan> plans, List<Move> first) {

  /**
   * How much of a plan would move.
   *
   * @param duties how many open duties have a moment that would move
   */
  public record OfPlan(String planId, long duties, long reminders, long escalations) {}

  /**
   * A moment that would move.
   *
   * @param subject identifier of the task or report
   * @param due its last timely day, which stays
   * @param days working days before it, or after it
   */
  public record Move(
      String subject,
      String planId,
      String agency,
      LocalDate due,
      Notice notice,
      int days,
      Instant from,
      Instant to) {}
}
