package plantrail.command.clock;

import plantrail.kernel.calendar.NoticeRule;

/**
 * What the clock goes by for a plan, see {@link plantrail.kernel.plan.RulesInForce}.
 *
 * @param calendar place in the log up to which notices of days were known at its issue
 * @param rule when the system speaks up about the plan's duties
 * @param state whether the clock runs for it
 */
record PinnedPlan(String planId, long calendar, NoticeRule rule, State state) {

  /** Whether the clock runs for a plan. */
  enum State {
    RUNS,
    /** The plan is suspended. */
    RESTS,
    /** Nothing of the plan is owed any more. */
    ENDED
  }
}
