package plantrail.command.report.revisereport;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportRevised;

/**
 * Says anew what the report is, as the plan's amendment says. Given by the system; if it is that
 * already, there is nothing to do.
 *
 * @param version the version of the plan that says so
 * @param title what the report is about; null for one on demand, which stays about what it was
 *     called for
 * @param addressees for whom it is, each with its channel
 * @param form what it states in figures; empty if it is text alone
 * @param reason why
 * @param basis clause of the amending document, and the document
 */
public record ReviseReport(
    @TargetAggregateIdentifier ReportId reportId,
    int version,
    @Nullable String title,
    List<Addressee> addressees,
    List<Indicator> form,
    String reason,
    String basis)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    report.open("revise-report", actor);
    String about = title != null ? title : report.matter().title();
    return report.matter().equals(new Report.Matter(about, form))
            && report.parties().addressees().equals(addressees)
        ? List.of()
        : report.take(
            "revise-report",
            new ReportRevised(reportId.value(), version, about, addressees, form, reason, basis),
            actor);
  }
}
