package plantrail.command.draft.reviseplan;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.draft.DraftCommand;
import plantrail.command.draft.domain.Draft;
import plantrail.command.plan.Validation;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanRevised;

/**
 * Writes a draft anew. What was written from another version than the present one is refused, see
 * {@link plantrail.command.Versioned#writtenFrom}.
 *
 * @param basedOn number of the draft's version from which this was written
 * @param content all that it says now; its issuer stays
 */
public record RevisePlan(
    @TargetAggregateIdentifier DraftId draftId, int basedOn, PlanContent content)
    implements DraftCommand {

  @Override
  public List<DraftEvent> follow(Draft draft, Actor actor, Occurrence when) {
    return draft.take("revise-plan", new PlanRevised(draftId.value(), content), actor);
  }

  @Override
  public void check(Check check, Draft draft) {
    check.that(
        content.issuer().equals(draft.content().issuer()),
        "content.issuer",
        "field.issuer-stays",
        draft.content().issuer());
  }

  /** What follows if that actor takes the step now; refuses with all that is faulty in it. */
  public List<DraftEvent> decide(
      Draft draft, Actor actor, Occurrence when, Agencies agencies, Plans plans) {
    List<DraftEvent> events = follow(draft, actor, when);
    if (!events.isEmpty()) {
      draft.writtenFrom(basedOn);
    }
    Check check = when.check(draft.openSince("revise-plan"));
    check(check, draft);
    Validation.check(check.of("content"), content, when.today(), agencies, plans);
    check.done();
    return events;
  }
}
