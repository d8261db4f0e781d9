package plantrail.kernel.plan;

import plantrail.kernel.DomainEvent;

/** What happens to a plan. */
public sealed interface PlanEvent extends DomainEvent
    permits PlanIssued,
        PlanAmended,
        PlanYearOpened,
        PlanTransferred,
        PlanSuspended,
        PlanResumed,
        PlanReviewed,
        PlanConcluded,
        PlanRevoked,
        PlanSuperseded {
  String planId();

  @Override
  default String subject() {
    return planId();
  }
}
