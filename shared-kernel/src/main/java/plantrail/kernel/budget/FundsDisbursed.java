package plantrail.kernel.budget;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Money of a budget was disbursed.
 *
 * @param voucher number and symbol of the document that it rests on, unique within the budget
 * @param amount in đồng
 * @param purpose what for; null if not stated
 * @param disbursedOn day of the disbursement, local date
 */
@Revision("1")
public record FundsDisbursed(
    String budgetId, String voucher, long amount, @Nullable String purpose, LocalDate disbursedOn)
    implements BudgetEvent {}
