package plantrail.command.consolidation.renewconsolidation;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.SubjectCommand;
import plantrail.command.consolidation.domain.Channel;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.command.consolidation.domain.Intake;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.domain.OwedReports;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.message.Actor;

/** The channel agency makes it anew of what has come in by now; corrections by hand are lost. */
public record RenewConsolidation(@TargetAggregateIdentifier ConsolidationId consolidationId)
    implements SubjectCommand {

  public List<ConsolidationEvent> decide(
      Consolidation consolidation,
      Actor actor,
      Occurrence when,
      OwedReports reports,
      Agencies agencies) {
    ReportsConsolidated of = consolidation.prepared();
    Channel channel = new Channel(consolidation.parties().channel(), when.today(), agencies);
    List<ConsolidationEvent> events =
        consolidation.take(
            "renew-consolidation",
            new ConsolidationRenewed(
                consolidationId.value(),
                Intake.of(
                    channel.through(reports.of(of.planId(), of.rule(), of.period())), of.form()),
                when.day()),
            actor);
    when.check(consolidation.begun()).done();
    return events;
  }
}
