package plantrail.query.planregister;

import java.time.LocalDate;
import java.util.List;
import plantrail.kernel.plan.StatedFigure;

/**
 * A review of a plan.
 *
 * @param concluding whether it is the final one
 * @param heldOn its day, local date
 * @param text what it found
 */
public record PlanReview(
    boolean concluding, LocalDate heldOn, String text, List<StatedFigure> figures) {}
