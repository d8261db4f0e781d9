package plantrail.command.report.waivereport;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportWaived;

/**
 * Lets an agency off a report.
 *
 * @param reason why
 * @param basis document that it rests on
 */
public record WaiveReport(@TargetAggregateIdentifier ReportId reportId, String reason, String basis)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    return report.take("waive-report", new ReportWaived(reportId.value(), reason, basis), actor);
  }

  @Override
  public void check(Check check, Report report) {
    check.text(reason, "reason", Check.TEXT).text(basis, "basis", Check.LINE);
  }
}
