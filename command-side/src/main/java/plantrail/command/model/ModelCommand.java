package plantrail.command.model;

import plantrail.command.StepCommand;
import plantrail.command.model.domain.Model;
import plantrail.kernel.model.ModelEvent;

/** A step of a model that has begun. */
public interface ModelCommand extends StepCommand<Model, ModelEvent> {}
