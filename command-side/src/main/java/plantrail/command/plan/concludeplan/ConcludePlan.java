package plantrail.command.plan.concludeplan;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.Command;
import plantrail.command.plan.OpenDuties;
import plantrail.command.plan.domain.Plan;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanConcluded;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;

/**
 * The issuer concludes the plan after its final review. What is still open is told and stays owed.
 *
 * @param conclusion what the issuer concludes
 */
public record ConcludePlan(@TargetAggregateIdentifier PlanId planId, String conclusion)
    implements Command {

  /** What follows, given what is still open. */
  public List<PlanEvent> decide(Plan plan, Actor actor, Occurrence when, OpenDuties duties) {
    plan.permit("conclude-plan", actor);
    OpenDuties.Count open = duties.of(planId.value());
    List<PlanEvent> events =
        plan.take(
            "conclude-plan",
            new PlanConcluded(planId.value(), conclusion, open.tasks(), open.reports()),
            actor);
    when.check(plan.openSince("conclude-plan")).text(conclusion, "conclusion", Check.TEXT).done();
    return events;
  }
}
