package plantrail.kernel.budget;

import org.axonframework.serialization.Revision;

/**
 * What was allocated was corrected, never below what is disbursed.
 *
 * @param oldAmount in đồng, before
 * @param amount in đồng, from now on
 * @param reason why
 * @param basis document that it rests on
 */
@Revision("1")
public record AllocationCorrected(
    String budgetId, long oldAmount, long amount, String reason, String basis)
    implements BudgetEvent {}
