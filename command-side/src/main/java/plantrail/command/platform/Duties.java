package plantrail.command.platform;

/** What an agency may have a part in: plans, drafts, tasks, reports and all else that goes on. */
public interface Duties {
  /** Whether anything of that identifier was ever begun, whatever has become of it. Exact. */
  boolean exists(String id);
}
