package plantrail.command.report.remindreport;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportReminded;

/**
 * The agency is reminded before the last timely day. Given by the system; about a day that is no
 * longer in force, or said before, it comes to nothing.
 *
 * @param due the last timely day that is near, local date
 * @param daysLeft working days that are left
 */
public record RemindReport(
    @TargetAggregateIdentifier ReportId reportId, LocalDate due, int daysLeft)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    return report.tell(
        "remind-report",
        new ReportReminded(reportId.value(), report.agency(), due, daysLeft),
        due,
        actor);
  }
}
