package plantrail.kernel.target;

import plantrail.kernel.DomainEvent;

/** What happens to a target. */
public sealed interface TargetEvent extends DomainEvent
    permits TargetSet,
        TargetChanged,
        TargetWithdrawn,
        MeasurementRecorded,
        MeasurementCorrected,
        TargetTransferred {
  String targetId();

  @Override
  default String subject() {
    return targetId();
  }
}
