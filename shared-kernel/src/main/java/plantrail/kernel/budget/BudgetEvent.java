package plantrail.kernel.budget;

import plantrail.kernel.DomainEvent;

/** What happens to a budget. */
public sealed interface BudgetEvent extends DomainEvent
    permits BudgetAllocated,
        AllocationCorrected,
        FundsDisbursed,
        DisbursementCorrected,
        BudgetTransferred {
  String budgetId();

  @Override
  default String subject() {
    return budgetId();
  }
}
