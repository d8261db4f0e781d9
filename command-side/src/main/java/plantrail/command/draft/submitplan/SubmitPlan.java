package plantrail.command.draft.submitplan;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.draft.DraftCommand;
import plantrail.command.draft.domain.Draft;
import plantrail.command.plan.Validation;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.PlanSubmitted;

/**
 * Submits a draft to be signed. Nothing may be missing but what signing gives it.
 *
 * @param note what the signer should know
 */
public record SubmitPlan(@TargetAggregateIdentifier DraftId draftId, @Nullable String note)
    implements DraftCommand {

  @Override
  public List<DraftEvent> follow(Draft draft, Actor actor, Occurrence when) {
    return draft.take("submit-plan", new PlanSubmitted(draftId.value(), note), actor);
  }

  @Override
  public void check(Check check, Draft draft) {
    check.text(note, "note", Check.TEXT);
    Validation.demand(check.of("content"), draft.content().missingForSignature());
  }
}
