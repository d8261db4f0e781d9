package plantrail.query.taskboard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.DutyRole;

/**
 * An agency that shares a joint duty. Each of them has a task of its own for it.
 *
 * @param agency its code
 * @param agencyName its name; null if it is not in the registry
 * @param roles its part in the duty, the leading one first
 * @param task identifier of its task; null if the reader may not see that one
 */
public record Sharer(
    String agency, @Nullable String agencyName, List<DutyRole> roles, @Nullable String task) {}
