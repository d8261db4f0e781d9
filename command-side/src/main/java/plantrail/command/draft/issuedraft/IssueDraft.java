package plantrail.command.draft.issuedraft;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.draft.DraftCommand;
import plantrail.command.draft.domain.Draft;
import plantrail.command.plan.Validation;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.Rules;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.DraftIssued;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;

/**
 * Issues a draft that was signed: gives it its number, symbol and date. The plan is the same as if
 * it had been issued without a draft.
 *
 * @param number number within the year
 * @param symbol symbol, for example KH-UBND
 * @param issueDate day of signature
 */
public record IssueDraft(
    @TargetAggregateIdentifier DraftId draftId, String number, String symbol, LocalDate issueDate)
    implements DraftCommand {

  @Override
  public LocalDate happenedOn() {
    return issueDate;
  }

  private PlanId planId(Draft draft) {
    return PlanId.of(draft.content().issuer(), issueDate.getYear(), number, symbol);
  }

  @Override
  public List<DraftEvent> follow(Draft draft, Actor actor, Occurrence when) {
    return draft.take(
        "issue-draft",
        new DraftIssued(draftId.value(), planId(draft).value(), number + "/" + symbol),
        actor);
  }

  /**
   * What follows for the draft; refuses with all that is faulty in what is issued. It was not
   * signed before it was submitted, and is not issued again as of another day.
   */
  public List<DraftEvent> decide(
      Draft draft, Actor actor, Occurrence when, Agencies agencies, Plans plans) {
    List<DraftEvent> events = follow(draft, actor, when);
    PlanIssued existing = plans.find(planId(draft).value());
    if (events.isEmpty()) {
      // The draft's own record keeps the number alone.
      if (existing != null && !existing.issueDate().equals(issueDate)) {
        draft.open("issue-draft", actor);
      }
    } else {
      LocalDate submitted = draft.openSince("issue-draft");
      Validation.issue(
          when.check(submitted)
              .that(
                  !issueDate.isBefore(submitted),
                  "issueDate",
                  "field.before-begin",
                  submitted.toString()),
          signed(draft),
          existing != null,
          when,
          agencies,
          plans);
    }
    return events;
  }

  /** The plan that the draft becomes, once it is decided. */
  public PlanIssued plan(Draft draft, Rules rules) {
    return PlanIssued.of(signed(draft), rules.inForce());
  }

  private PlanContent signed(Draft draft) {
    return draft.content().signed(number, symbol, issueDate);
  }
}
