package plantrail.kernel.target;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.Succession;

/**
 * An agency was merged or dissolved, and another stands where it stood: as the issuer of the
 * target's plan or its focal agency. What was measured stays with the agency where it was measured.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record TargetTransferred(
    String targetId, String predecessor, String successor, String reason, @Nullable String basis)
    implements TargetEvent, Succession {}
