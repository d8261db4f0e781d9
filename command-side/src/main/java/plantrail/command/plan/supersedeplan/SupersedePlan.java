package plantrail.command.plan.supersedeplan;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.plan.domain.Plan;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSuperseded;

/**
 * The issuer lets another plan take the place of this one. Open duties are called off; finished
 * work stays.
 *
 * @param by the other plan, which must be in force and issued by the same agency, or by one above
 *     it
 * @param reason why
 * @param basis document that it rests on; left out, the other plan
 */
public record SupersedePlan(
    @TargetAggregateIdentifier PlanId planId, PlanId by, String reason, @Nullable String basis)
    implements Command {

  public List<PlanEvent> decide(
      Plan plan, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    plan.permit("supersede-plan", actor);
    PlanIssued other = plans.get(by.value());
    String issuer = plan.parties().issuer();
    List<PlanEvent> events =
        plan.take(
            "supersede-plan",
            new PlanSuperseded(
                planId.value(),
                by.value(),
                other.document(),
                reason,
                basis != null ? basis : other.document()),
            actor);
    LocalDate since = plan.openSince("supersede-plan");
    when.check(other.issueDate().isAfter(since) ? other.issueDate() : since)
        .text(reason, "reason", Check.TEXT)
        .text(basis, "basis", Check.LINE)
        .that(!by.equals(planId), "by", "field.plan-itself")
        .that(
            plans.status(by.value()) == PlanStatus.IN_FORCE,
            "by",
            "field.plan-not-in-force",
            other.document(),
            "@state.plan." + plans.status(by.value()))
        .that(
            other.issuer().equals(issuer)
                || agencies.superiors(issuer, when.day()).contains(other.issuer()),
            "by",
            "field.other-issuer",
            other.document(),
            other.issuer(),
            issuer)
        .done();
    return events;
  }
}
