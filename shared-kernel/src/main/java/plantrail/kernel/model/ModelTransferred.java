package plantrail.kernel.model;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.Succession;

/**
 * An agency was merged or dissolved, and another stands where it stood: as the one that builds the
 * model or that it was proposed to, as the plan's issuer or its focal agency.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record ModelTransferred(
    String modelId, String predecessor, String successor, String reason, @Nullable String basis)
    implements ModelEvent, Succession {}
