package plantrail.command.model.transfermodel;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.model.ModelCommand;
import plantrail.command.model.domain.Model;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelTransferred;

/**
 * Puts the successor of a merged or dissolved agency in its place, wherever that stood. Given by
 * the system; if it stands nowhere, there is nothing to do.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on
 */
public record TransferModel(
    @TargetAggregateIdentifier ModelId modelId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements ModelCommand {

  @Override
  public List<ModelEvent> follow(Model model, Actor actor, Occurrence when) {
    model.open("transfer-model", actor);
    return model.parties().include(predecessor)
        ? model.take(
            "transfer-model",
            new ModelTransferred(modelId.value(), predecessor, successor, reason, basis),
            actor)
        : List.of();
  }
}
