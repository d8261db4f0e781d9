package plantrail.command.plan;

/** How much of a plan is still open. */
public interface OpenDuties {

  /** Numbers of tasks and of reports. */
  record Count(int tasks, int reports) {}

  /**
   * What of that plan is neither finished nor called off, all told that is on record by now.
   * Refuses with CONFLICT while the plan's duties are still being opened or adjusted.
   */
  Count of(String planId);
}
