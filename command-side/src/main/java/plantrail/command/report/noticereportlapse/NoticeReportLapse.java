package plantrail.command.report.noticereportlapse;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportLapseNoticed;

/**
 * The last timely day has passed without the report. Given by the system; about a day that is no
 * longer in force, or said before, it comes to nothing.
 *
 * @param due the last timely day that passed, local date
 */
public record NoticeReportLapse(@TargetAggregateIdentifier ReportId reportId, LocalDate due)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    return report.tell(
        "notice-report-lapse",
        new ReportLapseNoticed(reportId.value(), report.agency(), due),
        due,
        actor);
  }
}
