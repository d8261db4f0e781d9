package plantrail.command.inspection.closeinspection;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.SubjectCommand;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.domain.Tasks;
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
    implements SubjectCommand {

  public List<InspectionEvent> decide(
      Inspection inspection, Actor actor, Occurrence when, Tasks tasks) {
    List<InspectionEvent> events =
        inspection.take(
            "close-inspection",
            new InspectionClosed(inspectionId.value(), conclusion),
            actor,
            tasks);
    when.check(inspection.openSince("close-inspection"))
        .text(conclusion, "conclusion", Check.TEXT)
        .done();
    return events;
  }
}
