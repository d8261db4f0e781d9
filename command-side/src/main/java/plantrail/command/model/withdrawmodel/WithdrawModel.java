package plantrail.command.model.withdrawmodel;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.model.ModelCommand;
import plantrail.command.model.domain.Model;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelWithdrawn;

/**
 * Withdraws a model; one that is recognised only whoever recognised it. Its awards stay on record.
 *
 * @param reason why
 */
public record WithdrawModel(@TargetAggregateIdentifier ModelId modelId, String reason)
    implements ModelCommand {

  @Override
  public List<ModelEvent> follow(Model model, Actor actor, Occurrence when) {
    return model.take("withdraw-model", new ModelWithdrawn(modelId.value(), reason), actor);
  }

  @Override
  public void check(Check check, Model model) {
    check.text(reason, "reason", Check.TEXT);
  }
}
