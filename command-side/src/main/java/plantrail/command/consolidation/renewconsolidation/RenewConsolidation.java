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
import plantrail.command.platform.Plans;
import plantrail.command.report.domain.OwedReports;
import plantrail.command.report.domain.Report;
import plantrail.kernel.consolidation.Asked;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.Correction;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.RollUp;

/**
 * The channel agency makes it anew of what has come in by now. What it corrected by hand goes on
 * standing unless it says why not, or nobody asks for it any more; a ratio of sums is that of the
 * sums by now. What it states, and whom it is for, is as the plan says by now.
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
      Plans plans,
      OwedReports reports,
      Agencies agencies) {
    ReportsConsolidated of = consolidation.prepared();
    Channel channel = new Channel(consolidation.parties().channel(), when.today(), agencies);
    List<Report> through = channel.through(reports.of(of.planId(), of.rule(), of.period()));
    Report.Matter matter =
        Intake.matter(plans.get(of.planId()), of.rule(), through).orElse(consolidation.matter());
    List<Indicator> form = matter.form();
    Gathered gathered = Intake.of(through, form);
    List<Correction> corrections = dropReason == null ? consolidation.corrections() : List.of();
    List<Figure> byHand =
        RollUp.standing(
            form,
            gathered.figures(),
            RollUp.answering(
                RollUp.gathered(form),
                RollUp.gathered(consolidation.matter().form()),
                corrections.stream().map(Correction::figure).toList()));
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
                RollUp.following(form, gathered.figures(), byHand),
                dropReason,
                new Asked(matter.title(), form, channel.addressees(through))),
            actor);
    Check check =
        when.check(gathered.notBefore(consolidation.openSince("renew-consolidation")))
            .text(dropReason, "dropReason", Check.TEXT);
    RollUp.unsettled(form, gathered.figures(), byHand)
        .forEach(
            indicator -> check.that(false, "dropReason", "field.kept-unsettled", indicator.name()));
    check.done();
    return events;
  }
}
