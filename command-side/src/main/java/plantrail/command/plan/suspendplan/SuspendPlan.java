package plantrail.command.plan.suspendplan;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.plan.PlanCommand;
import plantrail.command.plan.domain.Plan;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanSuspended;

/**
 * The issuer lets the plan rest.
 *
 * @param reason why
 * @param basis document that it rests on
 */
public record SuspendPlan(@TargetAggregateIdentifier PlanId planId, String reason, String basis)
    implements PlanCommand {

  @Override
  public List<PlanEvent> follow(Plan plan, Actor actor, Occurrence when) {
    return plan.take(
        "suspend-plan", new PlanSuspended(planId.value(), when.day(), reason, basis), actor);
  }

  @Override
  public void check(Check check, Plan plan) {
    check.text(reason, "reason", Check.TEXT).text(basis, "basis", Check.LINE);
  }
}
