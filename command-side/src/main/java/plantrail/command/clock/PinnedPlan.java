package plantrail.command.clock;

import plantrail.kernel.calendar.NoticeRule;

/**
 * What was in force when a plan was issued. It stays in force for that plan, whatever is set later.
 *
 * @param calendar place in the log of the last notice of a day that was known then; 0 if none was
 * @param rule when the system speaks up about the plan's duties
 * @param workflows mark of the workflow tables, see {@link
 *     plantrail.kernel.workflow.Workflows#version()}
 * @param state whether the clock runs for it
 */
record PinnedPlan(String planId, long calendar, NoticeRule rule, String workflows, State state) {

  /** Whether the clock runs for a plan. */
  enum State {
    RUNS,
    /** The plan is suspended. */
    RESTS,
    /** Nothing of the plan is owed any more. */
    ENDED
  }
}
