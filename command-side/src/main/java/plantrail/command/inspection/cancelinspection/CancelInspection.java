package plantrail.command.inspection.cancelinspection;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.inspection.InspectionCommand;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.inspection.InspectionCancelled;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.message.Actor;

/**
 * Calls an inspection off that has found nothing yet, also after its plan has ended.
 *
 * @param reason why
 */
public record CancelInspection(@TargetAggregateIdentifier InspectionId inspectionId, String reason)
    implements InspectionCommand {

  @Override
  public List<InspectionEvent> follow(Inspection inspection, Actor actor, Occurrence when) {
    return inspection.take(
        "cancel-inspection", new InspectionCancelled(inspectionId.value(), reason), actor);
  }

  @Override
  public void check(Check check, Inspection inspection) {
    check.text(reason, "reason", Check.TEXT);
  }
}
