package plantrail.kernel.plan;

import org.axonframework.serialization.Revision;

/**
 * A plan was revoked: what is not finished of it is no longer owed.
 *
 * @param reason why
 * @param basis document that it rests on
 */
@Revision("1")
public record PlanRevoked(String planId, String reason, String basis) implements PlanEvent {}
