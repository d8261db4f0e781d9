package plantrail.kernel.plan;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Another plan takes the place of a plan: what is not finished of it is no longer owed.
 *
 * @param by identifier of the other plan
 * @param byDocument that plan's number and symbol
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record PlanSuperseded(
    String planId, String by, String byDocument, String reason, @Nullable String basis)
    implements PlanEvent {}
