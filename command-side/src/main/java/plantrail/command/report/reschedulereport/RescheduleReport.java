package plantrail.command.report.reschedulereport;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Occurrence;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportRescheduled;

/**
 * Moves the last timely day as the plan's amendment or resumption says. Given by the system; if it
 * is that day already, there is nothing to do.
 *
 * @param newDue last timely day from now on, local date; null if there is none any more
 * @param reason why
 * @param basis document that the change rests on
 * @param from local day from which the change holds: a last timely day before it stays, and none
 *     before it is set; null if it counts for all
 */
public record RescheduleReport(
    @TargetAggregateIdentifier ReportId reportId,
    @Nullable LocalDate newDue,
    String reason,
    @Nullable String basis,
    @Nullable LocalDate from)
    implements ReportCommand {

  @Override
  public List<ReportEvent> follow(Report report, Actor actor, Occurrence when) {
    report.open("reschedule-report", actor);
    boolean behind =
        from != null && (report.dueBefore(from) || (newDue != null && newDue.isBefore(from)));
    return behind || Objects.equals(report.due(), newDue)
        ? List.of()
        : report.take(
            "reschedule-report",
            new ReportRescheduled(reportId.value(), report.due(), newDue, reason, basis),
            actor);
  }
}
