package plantrail.command.inspection.confirmremedy;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.SubjectCommand;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.RemedyConfirmed;
import plantrail.kernel.message.Actor;

/**
 * Confirms that what was found has been mended, after every task for that is finished.
 *
 * @param note remark
 */
public record ConfirmRemedy(
    @TargetAggregateIdentifier InspectionId inspectionId, @Nullable String note)
    implements SubjectCommand {

  public List<InspectionEvent> decide(
      Inspection inspection, Actor actor, Occurrence when, Tasks tasks) {
    List<InspectionEvent> events =
        inspection.take(
            "confirm-remedy", new RemedyConfirmed(inspectionId.value(), note), actor, tasks);
    when.check(inspection.openSince("confirm-remedy")).text(note, "note", Check.TEXT).done();
    return events;
  }
}
