package plantrail.kernel.inspection;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.Succession;

/**
 * An agency was merged or dissolved, and another stands where it stood: as the inspector, the unit,
 * the plan's issuer or its focal agency.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record InspectionTransferred(
    String inspectionId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements InspectionEvent, Succession {}
