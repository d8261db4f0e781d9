package plantrail.command.report.submitreport;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.report.ReportCommand;
import plantrail.command.report.domain.Filled;
import plantrail.command.report.domain.Report;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportSubmitted;

/**
 * The agency hands its report in: while its period runs or afterwards, by the day on which that
 * happens. Decree 09/2019/NĐ-CP closes a report's figures within its period, so there are none
 * before. What is called for on demand begins with the call.
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
        new ReportSubmitted(
            reportId.value(), content, when.day(), Filled.plain(figures, report.matter().form())),
        actor);
  }

  /**
   * As {@link #decide(Report, Actor, Occurrence)}; refuses with INVALID_STATE if the report's
   * period has not begun, unless it is due before that.
   */
  @Override
  public List<ReportEvent> decide(Report report, Actor actor, Occurrence when, Plans plans) {
    List<ReportEvent> events = ReportCommand.super.decide(report, actor, when, plans);
    LocalDate first = report.opened().periodFrom();
    if (!events.isEmpty()
        && when.day().isBefore(first)
        && !report.dueBefore(first)
        && !isOnDemand(report, plans)) {
      throw Refusal.of(
          RefusalCode.INVALID_STATE,
          "refusal.period-not-begun",
          report.opened().period(),
          first.toString());
    }
    return events;
  }

  private static boolean isOnDemand(Report report, Plans plans) {
    return plans.get(report.plan()).reportingRules().stream()
        .anyMatch(rule ->
            rule.id().equals(report.opened().rule()) && rule.frequency() == Frequency.ON_DEMAND);
  }

  @Override
  public void check(Check check, Report report) {
    check.text(content, "content", Check.TEXT);
    Filled.check(check, figures, report.matter().form());
  }
}
