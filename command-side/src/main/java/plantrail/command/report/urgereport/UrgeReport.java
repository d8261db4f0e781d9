package plantrail.command.report.urgereport;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportUrged;

/**
 * Somebody to whom the report goes urges the agency that owes it.
 *
 * @param text what it is told
 */
public record UrgeReport(@TargetAggregateIdentifier ReportId reportId, String text)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    return report.take(
        "urge-report",
        new ReportUrged(reportId.value(), report.agency(), text, report.due()),
        actor,
        when.day());
  }

  @Override
  public void check(Check check, Report report) {
    check.text(text, "text", Check.TEXT);
  }
}
