package plantrail.kernel.budget;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.Succession;

/**
 * An agency was merged or dissolved, and another stands where it stood: as the one that disburses
 * the money, as the plan's issuer or its focal agency. What was disbursed stays as it was.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record BudgetTransferred(
    String budgetId, String predecessor, String successor, String reason, @Nullable String basis)
    implements BudgetEvent, Succession {}
