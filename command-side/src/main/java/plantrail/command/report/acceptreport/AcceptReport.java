package plantrail.command.report.acceptreport;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;

/**
 * The channel agency, an addressee or the issuer accepts the report.
 *
 * @param note remark
 */
public record AcceptReport(@TargetAggregateIdentifier ReportId reportId, @Nullable String note)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    return report.take("accept-report", new ReportAccepted(reportId.value(), note), actor);
  }

  @Override
  public void check(Check check, Report report) {
    check.text(note, "note", Check.TEXT);
  }
}
