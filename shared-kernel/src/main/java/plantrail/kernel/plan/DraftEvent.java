package plantrail.kernel.plan;

import plantrail.kernel.DomainEvent;

/** What happens to the draft of a plan, up to its issue. */
public sealed interface DraftEvent extends DomainEvent
    permits PlanDrafted, PlanRevised, PlanSubmitted, PlanReturned, DraftTransferred, DraftIssued {
  String draftId();

  @Override
  default String subject() {
    return draftId();
  }
}
