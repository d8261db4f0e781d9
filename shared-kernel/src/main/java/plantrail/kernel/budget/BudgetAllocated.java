package plantrail.kernel.budget;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Money was allocated to an agency for a plan.
 *
 * @param budgetId see {@link BudgetId}
 * @param planId the plan that it is for
 * @param document the plan's number and symbol
 * @param item outline number of the plan's item; null for the plan as a whole
 * @param agency code of the agency that may disburse it
 * @param source where the money comes from
 * @param amount in đồng
 * @param basis document that allocates it
 * @param issuer code of the agency that issued the plan
 * @param focal code of the plan's focal agency; null if none
 * @param allocatedOn day of the allocation, local date
 */
@Revision("1")
public record BudgetAllocated(
    String budgetId,
    String planId,
    String document,
    @Nullable String item,
    String agency,
    String source,
    long amount,
    String basis,
    String issuer,
    @Nullable String focal,
    LocalDate allocatedOn)
    implements BudgetEvent {}
