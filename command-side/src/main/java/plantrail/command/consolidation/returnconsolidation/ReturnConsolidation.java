package plantrail.command.consolidation.returnconsolidation;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.consolidation.ConsolidationCommand;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.consolidation.ConsolidationReturned;
import plantrail.kernel.message.Actor;

/**
 * An agency that the consolidation was sent to gives it back.
 *
 * @param reason what is wrong or missing
 */
public record ReturnConsolidation(
    @TargetAggregateIdentifier ConsolidationId consolidationId, String reason)
    implements ConsolidationCommand {

  @Override
  public List<ConsolidationEvent> follow(
      Consolidation consolidation, Actor actor, Occurrence when) {
    return consolidation.take(
        "return-consolidation",
        new ConsolidationReturned(consolidationId.value(), String.valueOf(actor.agency()), reason),
        actor);
  }

  @Override
  public void check(Check check, Consolidation consolidation) {
    check.text(reason, "reason", Check.TEXT);
  }
}
