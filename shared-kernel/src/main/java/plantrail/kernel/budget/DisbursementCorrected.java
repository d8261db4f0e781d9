package plantrail.kernel.budget;

import org.axonframework.serialization.Revision;

/**
 * A disbursement was corrected.
 *
 * @param voucher number and symbol of the document of the disbursement
 * @param oldAmount in đồng, before
 * @param amount in đồng, from now on; 0 if nothing was disbursed
 * @param reason why
 */
@Revision("1")
public record DisbursementCorrected(
    String budgetId, String voucher, long oldAmount, long amount, String reason)
    implements BudgetEvent {}
