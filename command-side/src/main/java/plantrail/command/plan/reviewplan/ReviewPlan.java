package plantrail.command.plan.reviewplan;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.plan.PlanCommand;
import plantrail.command.plan.domain.Plan;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanReviewed;
import plantrail.kernel.plan.ReviewKind;
import plantrail.kernel.plan.StatedFigure;

/**
 * The issuer or the focal agency records a review of the plan.
 *
 * @param review interim or final
 * @param text what it found
 * @param figures its figures
 */
public record ReviewPlan(
    @TargetAggregateIdentifier PlanId planId,
    ReviewKind review,
    String text,
    List<StatedFigure> figures)
    implements PlanCommand {

  @Override
  public List<PlanEvent> follow(Plan plan, Actor actor, Occurrence when) {
    return plan.take(
        "review-plan",
        new PlanReviewed(planId.value(), review == ReviewKind.FINAL, when.day(), text, figures),
        actor);
  }

  @Override
  public void check(Check check, Plan plan) {
    check.text(text, "text", Check.TEXT).figures(figures);
  }
}
