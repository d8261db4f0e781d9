package plantrail.kernel.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measured promise as the plan states it.
 *
 * @param id the target's own mark, unique within the plan
 * @param indicator what is measured
 * @param comparison how the value is held against it
 * @param value the value promised; null if only described
 * @param unit the value's unit; null if none
 * @param byWhen last day to reach it; null if not stated
 * @param counts what counts itself towards it; null if it is measured
 */
public record TargetLine(
    String id,
    String indicator,
    Comparison comparison,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable LocalDate byWhen,
    @Nullable Product counts) {}
