package plantrail.command.inspection.closeinspection;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.inspection.InspectionCommand;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.inspection.InspectionClosed;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.message.Actor;

/**
 * Closes an inspection of which nothing is left to be mended.
 *
 * @param conclusion what it came to
 */
public record CloseInspection(
    @TargetAggregateIdentifier InspectionId inspectionId, String conclusion)
    implements InspectionCommand {

  @Override
  public List<InspectionEvent> follow(Inspection inspection, Actor actor, Occurrence when) {
    return inspection.take(
        "close-inspection", new InspectionClosed(inspectionId.value(), conclusion), actor);
  }

  @Override
  public void check(Check check, Inspection inspection) {
    check.text(conclusion, "conclusion", Check.TEXT);
  }
}
