package plantrail.command.draft.draftplan;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.draft.domain.Draft;
import plantrail.command.plan.Validation;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.workflow.PlanWorkflow;

/**
 * Begins the draft of a plan. It may be incomplete; what is written must be right.
 *
 * @param key what those who draft call it, unique among the issuer's drafts
 * @param content what it says so far
 */
public record DraftPlan(String key, PlanContent content) implements Command {
  private static final int KEY = 120;

  @TargetAggregateIdentifier
  public DraftId draftId() {
    return DraftId.of(content.issuer(), key);
  }

  public List<DraftEvent> decide(
      @Nullable Draft draft, Actor actor, Occurrence when, Agencies agencies, Plans plans) {
    PlanWorkflow.TABLE.permit(
        "draft-plan", PlanWorkflow.relations(actor, content.issuer(), focal(agencies, when.day())));
    PlanDrafted drafted = new PlanDrafted(draftId().value(), key, content);
    if (draft != null) {
      if (draft.drafted().equals(drafted)) {
        return List.of();
      }
      throw Refusal.of(RefusalCode.ALREADY_EXISTS, "refusal.draft-exists", key, content.issuer());
    }
    Check check = new Check().text(key, "key", KEY);
    Validation.check(check.of("content"), content, when.today(), agencies, plans);
    check.done();
    return List.of(drafted);
  }

  /** Only an agency below the issuer drafts in its name. */
  private @Nullable String focal(Agencies agencies, LocalDate day) {
    String focal = content.focal();
    return focal != null && agencies.superiors(focal, day).contains(content.issuer())
        ? focal
        : null;
  }
}
