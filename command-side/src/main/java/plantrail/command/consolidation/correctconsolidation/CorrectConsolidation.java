package plantrail.command.consolidation.correctconsolidation;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.consolidation.ConsolidationCommand;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.domain.Filled;
import plantrail.kernel.consolidation.ConsolidationCorrected;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.Figure;

/**
 * The channel agency corrects by hand what was computed or written.
 *
 * @param figures the corrected figures alone
 * @param content the text as it now is; null to leave it
 * @param reason why
 */
public record CorrectConsolidation(
    @TargetAggregateIdentifier ConsolidationId consolidationId,
    List<Figure> figures,
    @Nullable String content,
    String reason)
    implements ConsolidationCommand {

  @Override
  public List<ConsolidationEvent> follow(
      Consolidation consolidation, Actor actor, Occurrence when) {
    return consolidation.take(
        "correct-consolidation",
        new ConsolidationCorrected(
            consolidationId.value(),
            Filled.plain(figures, consolidation.prepared().form()),
            content,
            reason),
        actor);
  }

  @Override
  public void check(Check check, Consolidation consolidation) {
    check
        .text(content, "content", Check.TEXT)
        .text(reason, "reason", Check.TEXT)
        .that(!figures.isEmpty() || content != null, "figures", "field.nothing-corrected");
    Filled.checkStated(check, figures, consolidation.prepared().form());
  }
}
