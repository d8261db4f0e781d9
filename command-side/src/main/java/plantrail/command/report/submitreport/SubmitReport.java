package plantrail.command.report.submitreport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.command.platform.HandOver;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportSubmitted;

/**
 * The agency hands its report in.
 *
 * @param content the report's text or summary
 * @param happenedOn day of the hand-over, local date; today if left out
 */
public record SubmitReport(
    @TargetAggregateIdentifier ReportId reportId, String content, @Nullable LocalDate happenedOn)
    implements ReportCommand {

  @Override
  public List<ReportEvent> decide(Report report, Actor actor, Instant now) {
    LocalDate day = HandOver.day(happenedOn, now);
    List<ReportEvent> events =
        report.take("submit-report", new ReportSubmitted(reportId.value(), content, day), actor);
    HandOver.check(happenedOn, report.begun(), now).text(content, "content", Check.TEXT).done();
    return events;
  }
}
