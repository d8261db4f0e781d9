package plantrail.command.inspection.confirmremedy;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.inspection.InspectionCommand;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.RemedyConfirmed;
import plantrail.kernel.message.Actor;

/**
 * Confirms that what was found has been mended.
 *
 * @param note remark
 */
public record ConfirmRemedy(
    @TargetAggregateIdentifier InspectionId inspectionId, @Nullable String note)
    implements InspectionCommand {

  @Override
  public List<InspectionEvent> follow(Inspection inspection, Actor actor, Occurrence when) {
    return inspection.take(
        "confirm-remedy", new RemedyConfirmed(inspectionId.value(), note), actor);
  }

  @Override
  public void check(Check check, Inspection inspection) {
    check.text(note, "note", Check.TEXT);
  }
}
