package plantrail.command.report.withdrawreport;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportWithdrawn;

/**
 * Withdraws a report that the plan no longer asks for.
 *
 * @param reason why
 * @param basis document that it rests on
 * @param from local day from which it is no longer asked for: what is handed in, or was to be by an
 *     earlier day, stays; null to withdraw it whatever it is
 */
public record WithdrawReport(
    @TargetAggregateIdentifier ReportId reportId,
    String reason,
    String basis,
    @Nullable LocalDate from)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    if (from != null && (report.state() == ReportState.SUBMITTED || report.dueBefore(from))) {
      report.open("withdraw-report", actor);
      return List.of();
    }
    return report.take(
        "withdraw-report", new ReportWithdrawn(reportId.value(), reason, basis), actor);
  }

  @Override
  public void check(Check check, Report report) {
    check.text(reason, "reason", Check.TEXT).text(basis, "basis", Check.LINE);
  }
}
