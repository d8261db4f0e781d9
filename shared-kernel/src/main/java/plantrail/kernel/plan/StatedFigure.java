package plantrail.kernel.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure that no form asks for and that says itself what it is: of a review, or of how far a task
 * has come.
 *
 * @param indicator what was measured or counted
 * @param value its value
 * @param unit the value's unit; null if none
 */
public record StatedFigure(String indicator, BigDecimal value, @Nullable String unit) {}
