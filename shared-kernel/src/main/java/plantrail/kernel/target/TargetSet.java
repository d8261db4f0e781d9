package plantrail.kernel.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.Product;

/**
 * A plan's target was set.
 *
 * @param targetId see {@link TargetId}
 * @param planId the plan that it belongs to
 * @param document the plan's number and symbol
 * @param target the target's own mark, unique within the plan
 * @param indicator what is measured
 * @param comparison how the value is held against it
 * @param value the value promised of each agency; null if only described
 * @param unit the value's unit; null if none
 * @param byWhen last day to reach it, local date; null if not stated
 * @param counts what it counts by itself, so that nobody measures; null if it is measured
 * @param countsFrom the state from which a model counts; null for built
 * @param agencies codes of the agencies that are to be measured; null if that is not stated
 * @param issuer code of the agency that issued the plan
 * @param focal code of the plan's focal agency; null if none
 * @param setOn day on which it was set, local date
 * @param reason why, where it was added to the plan; null where the plan itself says it
 * @param basis document that it rests on; null if none
 */
@Revision("3")
public record TargetSet(
    String targetId,
    String planId,
    String document,
    String target,
    String indicator,
    Comparison comparison,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable LocalDate byWhen,
    @Nullable Product counts,
    @Nullable ModelState countsFrom,
    @Nullable List<String> agencies,
    String issuer,
    @Nullable String focal,
    LocalDate setOn,
    @Nullable String reason,
    @Nullable String basis)
    implements TargetEvent {
  public TargetSet {
    agencies = agencies == null ? null : List.copyOf(agencies);
  }
}
