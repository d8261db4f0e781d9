package plantrail.command.draft.returnplan;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.draft.DraftCommand;
import plantrail.command.draft.domain.Draft;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.PlanReturned;

/**
 * Sends a draft back instead of signing it.
 *
 * @param reason what has to be mended
 */
public record ReturnPlan(@TargetAggregateIdentifier DraftId draftId, String reason)
    implements DraftCommand {

  @Override
  public List<DraftEvent> follow(Draft draft, Actor actor, Occurrence when) {
    return draft.take("return-plan", new PlanReturned(draftId.value(), reason), actor);
  }

  @Override
  public void check(Check check, Draft draft) {
    check.text(reason, "reason", Check.TEXT);
  }
}
