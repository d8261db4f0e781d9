package plantrail.command.model.declineproposal;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.model.ModelCommand;
import plantrail.command.model.domain.Model;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ProposalDeclined;

/**
 * The agency that a model was proposed to says that it will not reward it.
 *
 * @param reason why
 */
public record DeclineProposal(@TargetAggregateIdentifier ModelId modelId, String reason)
    implements ModelCommand {

  @Override
  public List<ModelEvent> follow(Model model, Actor actor, Occurrence when) {
    return model.take(
        "decline-proposal",
        new ProposalDeclined(modelId.value(), String.valueOf(actor.agency()), reason),
        actor);
  }

  @Override
  public void check(Check check, Model model) {
    check.text(reason, "reason", Check.TEXT);
  }
}
