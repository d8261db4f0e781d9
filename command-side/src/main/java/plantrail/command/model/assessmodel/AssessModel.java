package plantrail.command.model.assessmodel;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.model.ModelCommand;
import plantrail.command.model.domain.Model;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.ModelAssessed;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;

/**
 * Assesses a model that was built.
 *
 * @param assessment what was found
 */
public record AssessModel(@TargetAggregateIdentifier ModelId modelId, String assessment)
    implements ModelCommand {

  @Override
  public List<ModelEvent> follow(Model model, Actor actor, Occurrence when) {
    return model.take(
        "assess-model",
        new ModelAssessed(modelId.value(), String.valueOf(actor.agency()), assessment),
        actor);
  }

  @Override
  public void check(Check check, Model model) {
    check.text(assessment, "assessment", Check.TEXT);
  }
}
