package plantrail.command.report.withdrawreport;

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
import plantrail.kernel.report.ReportWithdrawn;

/**
 * Withdraws a report that the plan no longer asks for.
 *
 * @param reason why
 * @param basis document that it rests on
 */
public record WithdrawReport(
    @TargetAggregateIdentifier ReportId reportId, String reason, @Nullable String basis)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    return report.take(
        "withdraw-report", new ReportWithdrawn(reportId.value(), reason, basis), actor);
  }

  @Override
  public void check(Check check, Report report) {
    check.text(reason, "reason", Check.TEXT).text(basis, "basis", Check.LINE);
  }
}
