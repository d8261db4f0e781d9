package plantrail.command.target;

import plantrail.command.StepCommand;
import plantrail.command.target.domain.Target;
import plantrail.kernel.target.TargetEvent;

/** A step of a target that has begun. */
public interface TargetCommand extends StepCommand<Target, TargetEvent> {}
