package plantrail.command.report.submitreport;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Filled;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportSubmitted;

/**
 * The agency hands its report in.
 *
 * @param content the report's text or summary
 * @param figures what it states of the indicators of its form
 */
public record SubmitReport(
    @TargetAggregateIdentifier ReportId reportId, String content, List<Figure> figures)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    return report.take(
        "submit-report",
        new ReportSubmitted(reportId.value(), content, when.day(), figures),
        actor);
  }

  @Override
  public void check(Check check, Report report) {
    check.text(content, "content", Check.TEXT);
    Filled.check(check, figures, report.matter().form());
  }
}
