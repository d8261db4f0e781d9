package plantrail.command.model.buildmodel;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.model.ModelCommand;
import plantrail.command.model.domain.Model;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.ModelBuilt;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;

/**
 * The agency says that its model is built.
 *
 * @param result what came of it
 */
public record BuildModel(@TargetAggregateIdentifier ModelId modelId, String result)
    implements ModelCommand {

  @Override
  public List<ModelEvent> follow(Model model, Actor actor, Occurrence when) {
    return model.take("build-model", new ModelBuilt(modelId.value(), result), actor);
  }

  @Override
  public void check(Check check, Model model) {
    check.text(result, "result", Check.TEXT);
  }
}
