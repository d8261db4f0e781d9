package plantrail.command.inspection.domain;

import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.InspectionState;

/** An inspection as its record tells. */
public record Inspection(InspectionRecorded recorded, InspectionState state) {
  public static Inspection evolve(InspectionEvent event) {
    return switch (event) {
      case InspectionRecorded recorded -> new Inspection(recorded, InspectionState.RECORDED);
    };
  }
}
