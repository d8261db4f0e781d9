package plantrail.command.consolidation.renewconsolidation;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.SubjectCommand;
import plantrail.command.consolidation.domain.Channel;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.command.consolidation.domain.Intake;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.domain.OwedReports;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.Correction;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.RollUp;

/**
 * The channel agency makes it anew of what has come in by now. What it corrected by hand goes on
 * standing unless it says why not; a ratio of sums is that of the sums by now.
 *
 * @param dropReason why corrections by hand are dropped and computed anew too; null to keep them
 */
public record RenewConsolidation(
    @TargetAggregateIdentifier ConsolidationId consolidationId, @Nullable String dropReason)
    implements SubjectCommand {

  public List<ConsolidationEvent> decide(
      Consolidation consolidation,
      Actor actor,
      Occurrence when,
      OwedReports reports,
      Agencies agencies) {
    ReportsConsolidated of = consolidation.prepared();
    Channel channel = new Channel(consolidation.parties().channel(), when.today(), agencies);
    Gathered gathered =
        Intake.of(channel.through(reports.of(of.planId(), of.rule(), of.period())), of.form());
    List<Correction> corrections = dropReason == null ? consolidation.corrections() : List.of();
    List<Figure> byHand =
        RollUp.standing(
            of.form(), gathered.figures(), corrections.stream().map(Correction::figure).toList());
    List<Correction> kept =
        corrections.stream().filter(each -> byHand.contains(each.figure())).toList();
    List<ConsolidationEvent> events =
        consolidation.take(
            "renew-consolidation",
            new ConsolidationRenewed(
                consolidationId.value(),
                gathered,
                when.day(),
                kept,
                RollUp.following(of.form(), gathered.figures(), byHand),
                dropReason),
            actor);
    Check check =
        when.check(gathered.notBefore(consolidation.openSince("renew-consolidation")))
            .text(dropReason, "dropReason", Check.TEXT);
    RollUp.unsettled(of.form(), gathered.figures(), byHand)
        .forEach(
            indicator -> check.that(false, "dropReason", "field.kept-unsettled", indicator.name()));
    check.done();
    return events;
  }
}
