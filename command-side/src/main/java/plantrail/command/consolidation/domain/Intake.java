package plantrail.command.consolidation.domain;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import plantrail.command.report.domain.Report;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.Gathered.CameIn;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.RollUp;

/** Makes one of what came in through a channel agency. */
public final class Intake {
  private Intake() {}

  /**
   * What has come in of those reports; refuses if nothing has.
   *
   * @param channel code of the agency that consolidates; its own report counts like any other
   */
  public static Gathered of(List<Report> owed, String channel, List<Indicator> form) {
    List<Report> through = owed.stream().filter(report -> report.passesThrough(channel)).toList();
    List<Handed> handed =
        through.stream()
            .filter(report ->
                report.state() == ReportState.SUBMITTED || report.state() == ReportState.ACCEPTED)
            .map(report -> new Handed(report, Objects.requireNonNull(report.submitted())))
            .sorted(Handed.ORDER)
            .toList();
    if (handed.isEmpty()) {
      throw Refusal.invalid(List.of(FieldError.of("period", "field.nothing-came-in")));
    }
    return new Gathered(
        handed.stream()
            .map(each ->
                new CameIn(
                    each.report.opened().reportId(),
                    each.report.agency(),
                    each.submitted.happenedOn()))
            .toList(),
        through.stream()
            .filter(report ->
                report.state() == ReportState.OPEN || report.state() == ReportState.RETURNED)
            .map(Report::agency)
            .sorted()
            .toList(),
        RollUp.of(form, handed.stream().map(each -> each.submitted.figures()).toList()));
  }

  private record Handed(Report report, ReportSubmitted submitted) {
    static final Comparator<Handed> ORDER =
        comparing((Handed each) -> each.submitted.happenedOn())
            .thenComparing(each -> each.report.agency());
  }
}
