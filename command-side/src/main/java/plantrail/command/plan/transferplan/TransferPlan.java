package plantrail.command.plan.transferplan;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.plan.PlanCommand;
import plantrail.command.plan.domain.Plan;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanTransferred;

/**
 * Puts the successor of a merged or dissolved agency in its place, wherever that stood. Given by
 * the system; if it stands nowhere, there is nothing to do.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on
 */
public record TransferPlan(
    @TargetAggregateIdentifier PlanId planId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements PlanCommand {

  @Override
  public List<PlanEvent> follow(Plan plan, Actor actor, Occurrence when) {
    plan.open("transfer-plan", actor);
    return plan.parties().include(predecessor)
        ? plan.take(
            "transfer-plan",
            new PlanTransferred(planId.value(), predecessor, successor, reason, basis),
            actor)
        : List.of();
  }
}
