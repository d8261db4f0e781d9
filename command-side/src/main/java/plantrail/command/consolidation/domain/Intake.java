package plantrail.command.consolidation.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import plantrail.command.report.domain.Report;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.Gathered.CameIn;
import plantrail.kernel.consolidation.Gathered.Missing;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.RollUp;

/** Makes one of what came in through a channel agency. */
public final class Intake {
  /** By agency, and of each its own report before those that it took over. */
  private static final Comparator<Missing> OWN_FIRST =
      comparing(Missing::agency)
          .thenComparing(Missing::formerly, nullsFirst(naturalOrder()))
          .thenComparing(Missing::reportId, nullsFirst(naturalOrder()));

  private Intake() {}

  /**
   * What has come in of the reports that pass through a channel agency; refuses if nothing has. The
   * agency's own report counts like any other.
   *
   * @param through the reports, those handed in on one day in the order in which they were
   */
  public static Gathered of(List<Report> through, List<Indicator> form) {
    List<Handed> handed =
        through.stream()
            .filter(report ->
                report.state() == ReportState.SUBMITTED || report.state() == ReportState.ACCEPTED)
            .map(report -> new Handed(report, Objects.requireNonNull(report.submitted())))
            .sorted(comparing(each -> each.submitted.happenedOn()))
            .toList();
    if (handed.isEmpty()) {
      throw Refusal.invalid(List.of(FieldError.of("period", "field.nothing-came-in")));
    }
    return Gathered.of(
        handed.stream()
            .map(each ->
                new CameIn(
                    each.report.opened().reportId(),
                    each.report.agency(),
                    each.submitted.happenedOn()))
            .toList(),
        through.stream()
            .filter(Intake::isOwed)
            .map(report ->
                new Missing(report.opened().reportId(), report.agency(), report.formerly()))
            .sorted(OWN_FIRST)
            .toList(),
        RollUp.of(form, handed.stream().map(each -> each.figures(form)).toList()));
  }

  /**
   * What the reports of a period are by now: what the plan asks for if it asks that of any, else
   * what those are that are still owed; empty if none is.
   */
  public static Optional<Report.Matter> matter(PlanIssued plan, String rule, List<Report> through) {
    return Stream.concat(
            plan.reportingRules().stream()
                .filter(each -> each.id().equals(rule))
                .map(Report.Matter::of)
                .filter(
                    asked -> through.stream().anyMatch(report -> report.matter().equals(asked))),
            through.stream().filter(Intake::isOwed).map(Report::matter))
        .findFirst();
  }

  private static boolean isOwed(Report report) {
    return report.state() == ReportState.OPEN || report.state() == ReportState.RETURNED;
  }

  private record Handed(Report report, ReportSubmitted submitted) {
    /** What it states of that form; figures of another kind by the same mark are left out. */
    List<Figure> figures(List<Indicator> form) {
      return RollUp.answering(form, report.matter().form(), submitted.figures());
    }
  }
}
