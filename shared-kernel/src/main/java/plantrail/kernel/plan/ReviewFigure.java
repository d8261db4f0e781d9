package plantrail.kernel.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a review.
 *
 * @param indicator what was measured
 * @param value its value
 * @param unit the value's unit; null if none
 */
public record ReviewFigure(String indicator, BigDecimal value, @Nullable String unit) {}
