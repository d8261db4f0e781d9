package plantrail.command.report.escalatereport;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportEscalated;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;

/**
 * A report that stays overdue is put before a superior agency. Given by the system; about a day
 * that is no longer in force, or said before, it comes to nothing.
 *
 * @param superior code of the superior agency
 * @param due the last timely day that passed, local date
 * @param daysOver working days since then
 */
public record EscalateReport(
    @TargetAggregateIdentifier ReportId reportId, String superior, LocalDate due, int daysOver)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    return report.tell(
        "escalate-report",
        new ReportEscalated(reportId.value(), superior, due, daysOver),
        due,
        actor);
  }
}
