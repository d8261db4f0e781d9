package plantrail.command.platform;

import java.util.Collection;
import java.util.Set;

/** What an agency may have a part in: plans, drafts, tasks, reports and all else that goes on. */
public interface Duties {
  /**
   * Those of the identifiers of which anything was ever begun, whatever has become of it. Exact.
   */
  Set<String> begun(Collection<String> ids);
}
