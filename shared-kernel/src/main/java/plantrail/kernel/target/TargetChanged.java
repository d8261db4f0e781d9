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
 * What a target promises was changed, by the issuer or an amendment of the plan.
 *
 * @param oldValue the value promised before; null if it was only described
 * @param oldByWhen last day before, local date; null if none was stated
 * @param indicator what is measured from now on
 * @param comparison how the value is held against it from now on
 * @param value the value promised from now on; null if only described
 * @param unit the value's unit; null if none
 * @param byWhen last day to reach it from now on; null if not stated
 * @param counts what it counts by itself from now on; null if it is measured
 * @param countsFrom the state from which a model counts; null for built
 * @param agencies codes of the agencies that are to be measured from now on; null if that is not
 *     stated
 * @param reason why
 * @param basis document that the change rests on; null if none
 */
@Revision("3")
public record TargetChanged(
    String targetId,
    @Nullable BigDecimal oldValue,
    @Nullable LocalDate oldByWhen,
    String indicator,
    Comparison comparison,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable LocalDate byWhen,
    @Nullable Product counts,
    @Nullable ModelState countsFrom,
    @Nullable List<String> agencies,
    String reason,
    @Nullable String basis)
    implements TargetEvent {
  public TargetChanged {
    agencies = agencies == null ? null : List.copyOf(agencies);
  }
}
