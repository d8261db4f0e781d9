package plantrail.command.plan.resumeplan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.plan.PlanCommand;
import plantrail.command.plan.domain.Plan;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DueMoments;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanResumed;

/**
 * The issuer lets a suspended plan go on.
 *
 * @param dueMoments whether the last timely days of open duties move by the days that it rested
 * @param reason why
 * @param basis document that it rests on
 */
public record ResumePlan(
    @TargetAggregateIdentifier PlanId planId, DueMoments dueMoments, String reason, String basis)
    implements PlanCommand {

  @Override
  public List<PlanEvent> follow(Plan plan, Actor actor, Occurrence when) {
    LocalDate from = plan.suspendedFrom("resume-plan", actor);
    int days = (int) ChronoUnit.DAYS.between(from, when.day());
    int shift = dueMoments == DueMoments.SHIFT ? days : 0;
    return plan.take(
        "resume-plan",
        new PlanResumed(planId.value(), when.day(), days, shift, reason, basis),
        actor);
  }

  @Override
  public void check(Check check, Plan plan) {
    check.text(reason, "reason", Check.TEXT).text(basis, "basis", Check.LINE);
  }
}
