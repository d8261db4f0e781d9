package plantrail.kernel.inspection;

import org.axonframework.serialization.Revision;

/**
 * The inspection is closed.
 *
 * @param conclusion what it came to
 */
@Revision("1")
public record InspectionClosed(String inspectionId, String conclusion) implements InspectionEvent {}
