package plantrail.command.draft.transferdraft;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.draft.DraftCommand;
import plantrail.command.draft.domain.Draft;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.DraftTransferred;

/**
 * Puts the successor of a merged or dissolved agency in its place, wherever that stood. Given by
 * the system; if it stands nowhere, there is nothing to do.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on
 */
public record TransferDraft(
    @TargetAggregateIdentifier DraftId draftId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements DraftCommand {

  @Override
  public List<DraftEvent> follow(Draft draft, Actor actor, Occurrence when) {
    draft.open("transfer-draft", actor);
    return draft.names(predecessor)
        ? draft.take(
            "transfer-draft",
            new DraftTransferred(draftId.value(), predecessor, successor, reason, basis),
            actor)
        : List.of();
  }
}
