package plantrail.kernel.inspection;

import plantrail.kernel.DomainEvent;

/** What happens to an inspection. */
public sealed interface InspectionEvent extends DomainEvent
    permits InspectionPlanned,
        InspectionBegun,
        InspectionRecorded,
        RemedyConfirmed,
        InspectionTransferred,
        InspectionClosed,
        InspectionCancelled {
  String inspectionId();

  @Override
  default String subject() {
    return inspectionId();
  }
}
