package plantrail.command.model.recognisemodel;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.model.ModelCommand;
import plantrail.command.model.domain.Model;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelRecognised;

/**
 * Recognises a model that was assessed.
 *
 * @param basis decision that it rests on
 */
public record RecogniseModel(@TargetAggregateIdentifier ModelId modelId, @Nullable String basis)
    implements ModelCommand {

  @Override
  public List<ModelEvent> follow(Model model, Actor actor, Occurrence when) {
    return model.take("recognise-model", new ModelRecognised(modelId.value(), basis), actor);
  }

  @Override
  public void check(Check check, Model model) {
    check.text(basis, "basis", Check.LINE);
  }
}
