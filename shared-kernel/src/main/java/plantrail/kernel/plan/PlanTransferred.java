package plantrail.kernel.plan;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.Succession;

/**
 * An agency was merged or dissolved, and another stands where it stood: as the issuer of a plan
 * that runs, or as its focal agency. The document itself stays what it was.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record PlanTransferred(
    String planId, String predecessor, String successor, String reason, @Nullable String basis)
    implements PlanEvent, Succession {}
