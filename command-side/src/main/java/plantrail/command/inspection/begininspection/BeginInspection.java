package plantrail.command.inspection.begininspection;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.inspection.InspectionCommand;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.inspection.InspectionBegun;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.message.Actor;

/** The team begins its work at the unit. */
public record BeginInspection(@TargetAggregateIdentifier InspectionId inspectionId)
    implements InspectionCommand {

  @Override
  public List<InspectionEvent> follow(Inspection inspection, Actor actor, Occurrence when) {
    return inspection.take("begin-inspection", new InspectionBegun(inspectionId.value()), actor);
  }
}
