package plantrail.kernel.plan;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The carrying out of a plan was reviewed.
 *
 * @param concluding whether it is the final review (tổng kết), after which the plan may be
 *     concluded; an interim one (sơ kết) otherwise
 * @param heldOn day of the review, local date
 * @param text what it found
 * @param figures its figures; empty if none
 */
@Revision("1")
public record PlanReviewed(
    String planId, boolean concluding, LocalDate heldOn, String text, List<StatedFigure> figures)
    implements PlanEvent {
  public PlanReviewed {
    figures = List.copyOf(figures);
  }
}
