package plantrail.command.consolidation.transferconsolidation;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.consolidation.ConsolidationCommand;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.consolidation.ConsolidationTransferred;
import plantrail.kernel.message.Actor;

/**
 * Puts the successor of a merged or dissolved agency in its place, wherever that stood. Given by
 * the system; if it stands nowhere, there is nothing to do.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on
 */
public record TransferConsolidation(
    @TargetAggregateIdentifier ConsolidationId consolidationId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements ConsolidationCommand {

  @Override
  public List<ConsolidationEvent> follow(
      Consolidation consolidation, Actor actor, Occurrence when) {
    consolidation.open("transfer-consolidation", actor);
    return consolidation.parties().include(predecessor)
        ? consolidation.take(
            "transfer-consolidation",
            new ConsolidationTransferred(
                consolidationId.value(), predecessor, successor, reason, basis),
            actor)
        : List.of();
  }
}
