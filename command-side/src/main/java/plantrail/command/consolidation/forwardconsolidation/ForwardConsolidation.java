package plantrail.command.consolidation.forwardconsolidation;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.consolidation.ConsolidationCommand;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationForwarded;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.message.Actor;

/**
 * The channel agency sends the consolidation on to all for whom the reports are.
 *
 * @param note what is said with it
 */
public record ForwardConsolidation(
    @TargetAggregateIdentifier ConsolidationId consolidationId, @Nullable String note)
    implements ConsolidationCommand {

  @Override
  public List<ConsolidationEvent> follow(
      Consolidation consolidation, Actor actor, Occurrence when) {
    return consolidation.take(
        "forward-consolidation",
        new ConsolidationForwarded(
            consolidationId.value(), consolidation.parties().addressees(), note, when.day()),
        actor);
  }

  @Override
  public void check(Check check, Consolidation consolidation) {
    check.text(note, "note", Check.TEXT);
  }
}
