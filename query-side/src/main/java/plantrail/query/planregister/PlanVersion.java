package plantrail.query.planregister;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.PlanChange;

/**
 * A version of a plan.
 *
 * @param version which one; the issue is the first
 * @param from day from which it holds, local date
 * @param reason why the plan was amended; null for the issue
 * @param basis document that amended it; null for the issue
 * @param changes what is other than before, each with the clause that it rests on
 */
public record PlanVersion(
    int version,
    LocalDate from,
    @Nullable String reason,
    @Nullable String basis,
    List<PlanChange> changes) {}
