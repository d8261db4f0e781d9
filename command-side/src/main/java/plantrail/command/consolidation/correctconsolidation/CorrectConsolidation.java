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
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.RollUp;

/**
 * The channel agency corrects by hand what was computed or written. A ratio of sums follows the
 * sums that are corrected; a weighted average whose weights are cannot, and is to be corrected with
 * them. What says again what stands corrects nothing.
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
    List<Indicator> form = consolidation.matter().form();
    List<Figure> standing = consolidation.figures();
    List<Figure> correcting = RollUp.correcting(form, standing, plain(form));
    if (correcting.isEmpty() && leavesText(consolidation)) {
      consolidation.open("correct-consolidation", actor);
      return List.of();
    }
    return consolidation.take(
        "correct-consolidation",
        new ConsolidationCorrected(
            consolidationId.value(),
            correcting,
            content,
            reason,
            RollUp.following(form, standing, correcting)),
        actor);
  }

  @Override
  public void check(Check check, Consolidation consolidation) {
    check
        .text(content, "content", Check.TEXT)
        .text(reason, "reason", Check.TEXT)
        .that(!figures.isEmpty() || content != null, "figures", "field.nothing-corrected");
    List<Indicator> form = consolidation.matter().form();
    Filled.checkStated(check, figures, RollUp.gathered(form));
    Filled.checkRatios(
        check,
        figures,
        RollUp.replaced(form, consolidation.figures(), plain(form)),
        RollUp.gathered(form));
    RollUp.unsettled(form, consolidation.figures(), plain(form))
        .forEach(
            indicator -> check.that(false, "figures", "field.figure-unsettled", indicator.name()));
  }

  /** The text that was sent, said again after a return, is the answer to it. */
  private boolean leavesText(Consolidation consolidation) {
    return content == null
        || (consolidation.state() == ConsolidationState.PREPARED
            && content.equals(consolidation.content()));
  }

  private List<Figure> plain(List<Indicator> form) {
    return Filled.plain(figures, RollUp.gathered(form));
  }
}
