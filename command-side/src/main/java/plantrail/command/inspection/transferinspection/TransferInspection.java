package plantrail.command.inspection.transferinspection;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.inspection.InspectionCommand;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionTransferred;
import plantrail.kernel.message.Actor;

/**
 * Puts the successor of a merged or dissolved agency in its place, wherever that stood. Given by
 * the system; if it stands nowhere, there is nothing to do.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on
 */
public record TransferInspection(
    @TargetAggregateIdentifier InspectionId inspectionId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements InspectionCommand {

  @Override
  public List<InspectionEvent> follow(Inspection inspection, Actor actor, Occurrence when) {
    inspection.open("transfer-inspection", actor);
    return inspection.matter().include(predecessor)
        ? inspection.take(
            "transfer-inspection",
            new InspectionTransferred(inspectionId.value(), predecessor, successor, reason, basis),
            actor)
        : List.of();
  }
}
