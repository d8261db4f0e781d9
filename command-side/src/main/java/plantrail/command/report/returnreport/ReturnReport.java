package plantrail.command.report.returnreport;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportReturned;

/**
 * The channel agency, an addressee or the issuer sends the report back.
 *
 * @param reason what has to be corrected
 */
public record ReturnReport(@TargetAggregateIdentifier ReportId reportId, String reason)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    return report.take("return-report", new ReportReturned(reportId.value(), reason), actor);
  }

  @Override
  public void check(Check check, Report report) {
    check.text(reason, "reason", Check.TEXT);
  }
}
