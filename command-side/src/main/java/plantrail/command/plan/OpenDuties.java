package plantrail.command.plan;

/** How much of a plan is still open, seconds old. */
public interface OpenDuties {

  /** Numbers of tasks and of reports. */
  record Count(int tasks, int reports) {}

  /** What of that plan is neither finished nor called off. */
  Count of(String planId);
}
