package plantrail.kernel.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Counted;
import plantrail.kernel.model.ModelState;

/**
 * A measured promise as the plan states it.
 *
 * @param id the target's own mark, unique within the plan
 * @param indicator what is measured
 * @param comparison how the value is held against it
 * @param value the value promised; null if only described
 * @param unit the value's unit; null if none
 * @param byWhen last day to reach it; null if not stated
 * @param counts what counts itself towards it; null if it is measured. It is promised of each
 *     agency that the plan gives the duty to bring it forth; where it gives nobody that duty, of
 *     each that has a part in the plan (practice)
 * @param countsFrom the state from which a model counts; null for built, which is what "có mô hình"
 *     and "xây dựng được mô hình" ask (plan 73/KH-UBND)
 * @param measured who is to be measured; null if not stated: then it is whoever is measured
 */
public record TargetLine(
    String id,
    String indicator,
    Comparison comparison,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable LocalDate byWhen,
    @Counted @Nullable Product counts,
    @Counted @Nullable ModelState countsFrom,
    @Nullable Assignees measured) {

  /** One that does not say who is to be measured. */
  public TargetLine(
      String id,
      String indicator,
      Comparison comparison,
      @Nullable BigDecimal value,
      @Nullable String unit,
      @Nullable LocalDate byWhen,
      @Nullable Product counts,
      @Nullable ModelState countsFrom) {
    this(id, indicator, comparison, value, unit, byWhen, counts, countsFrom, null);
  }

  /** One towards which a model counts once it is built, if it counts anything. */
  public TargetLine(
      String id,
      String indicator,
      Comparison comparison,
      @Nullable BigDecimal value,
      @Nullable String unit,
      @Nullable LocalDate byWhen,
      @Nullable Product counts) {
    this(id, indicator, comparison, value, unit, byWhen, counts, null);
  }
}
