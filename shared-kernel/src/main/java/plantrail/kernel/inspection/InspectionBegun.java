package plantrail.kernel.inspection;

import org.axonframework.serialization.Revision;

/** The team began its work at the unit. */
@Revision("1")
public record InspectionBegun(String inspectionId) implements InspectionEvent {}
