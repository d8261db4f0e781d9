package plantrail.kernel.inspection;

import org.axonframework.serialization.Revision;

/**
 * An inspection that was planned or under way was called off: it will find nothing.
 *
 * @param reason why
 */
@Revision("1")
public record InspectionCancelled(String inspectionId, String reason) implements InspectionEvent {}
