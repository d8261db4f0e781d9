package plantrail.command.report.transferreport;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportTransferred;

/**
 * Puts the successor of a merged or dissolved agency in its place, wherever that stood. Given by
 * the system; if it stands nowhere, there is nothing to do.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on
 */
public record TransferReport(
    @TargetAggregateIdentifier ReportId reportId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    report.open("transfer-report", actor);
    return report.parties().include(predecessor)
        ? report.take(
            "transfer-report",
            new ReportTransferred(reportId.value(), predecessor, successor, reason, basis),
            actor)
        : List.of();
  }
}
