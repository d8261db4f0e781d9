package plantrail.command.inspection;

import plantrail.command.StepCommand;
import plantrail.command.inspection.domain.Inspection;
import plantrail.kernel.inspection.InspectionEvent;

/** A step of an existing inspection. */
public interface InspectionCommand extends StepCommand<Inspection, InspectionEvent> {}
