package plantrail.kernel.plan;

import java.util.List;
import plantrail.kernel.calendar.NoticeRule;

/**
 * What the system went by when a plan was issued. It is gone by as long as the plan runs, whatever
 * is set later: the clock by its calendar and its notices, people's steps by its version of the
 * workflow tables.
 *
 * @param calendar place in the log up to which notices of days were known; what a later notice says
 *     of a day holds for the plan only if that notice says so
 * @param remindBefore how many working days before the last timely day the responsible agency is
 *     reminded, the greatest first
 * @param escalateAfter how many working days after it the superior agency is told
 * @param workflows version of the workflow tables, see {@link
 *     plantrail.kernel.workflow.Workflows#VERSION}
 */
public record RulesInForce(
    long calendar, List<Integer> remindBefore, int escalateAfter, int workflows) {
  public RulesInForce {
    remindBefore = List.copyOf(remindBefore);
  }

  /** When the system speaks up about the plan's duties. */
  public NoticeRule notices() {
    return new NoticeRule(remindBefore, escalateAfter);
  }
}
