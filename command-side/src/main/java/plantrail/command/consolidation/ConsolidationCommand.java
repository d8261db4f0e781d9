package plantrail.command.consolidation;

import plantrail.command.StepCommand;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.kernel.consolidation.ConsolidationEvent;

/** A step of a consolidation that was prepared. */
public interface ConsolidationCommand extends StepCommand<Consolidation, ConsolidationEvent> {}
