package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRevised;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.ReportWaived;

/** A consolidation whose reports go on changing while it is with the channel agency. */
class StaleConsolidationIT extends QuerySideTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 14);
  private static final List<Indicator> FORM =
      List.of(
          new Indicator(
              "last",
              "Số mới nhất",
              IndicatorType.INTEGER,
              null,
              Gathering.LATEST,
              null,
              null,
              null,
              false));

  private static ReportOpened report(PlanIssued plan, String agency) {
    return Story.asked(
        Story.report(plan, new Period(Frequency.QUARTER, 2024, 2), agency, DAY),
        new Addressee("HGI", "HGI.SNV"),
        FORM);
  }

  private static ReportSubmitted submitted(ReportOpened report, String figure) {
    return new ReportSubmitted(
        report.reportId(), "Kết quả", DAY, List.of(new Figure("last", figure)));
  }

  private static Gathered.CameIn in(ReportOpened report) {
    return new Gathered.CameIn(report.reportId(), report.agency(), DAY);
  }

  /** One made of two reports, of which the one that came in first is by the agency named last. */
  private ReportsConsolidated made(PlanIssued plan, ReportOpened... missing) {
    ReportOpened first = report(plan, "HGI.STC");
    ReportOpened last = report(plan, "HGI.026");
    Log log = log();
    log.append("2024-02-28T02:00:00Z", plan, first, last);
    log.append("2024-02-28T02:00:00Z", missing);
    log.append("2024-06-14T02:00:00Z", submitted(first, "5"), submitted(last, "7"));
    ReportsConsolidated consolidated =
        new ReportsConsolidated(
            ConsolidationId.of(plan.planId(), first.rule(), first.period(), "HGI.SNV").value(),
            plan.planId(),
            plan.document(),
            first.rule(),
            first.title(),
            first.period(),
            "HGI.SNV",
            List.of("HGI"),
            "HGI",
            "HGI.SNV",
            FORM,
            Gathered.of(
                List.of(in(first), in(last)),
                List.of(missing).stream()
                    .map(each -> new Gathered.Missing(each.reportId(), each.agency(), null))
                    .toList(),
                List.of(new Figure("last", "7"))),
            null,
            DAY);
    log.append("2024-06-17T02:00:00Z", consolidated);
    settle();
    return consolidated;
  }

  private boolean isStale(ReportsConsolidated of) {
    return get("HGI.SNV", "/api/consolidations/" + of.consolidationId())
        .json()
        .path("stale")
        .asBoolean();
  }

  @Test
  void ofTwoReportsOfOneDayTheOneHandedInLastIsTheLatest() {
    PlanIssued plan = Story.plan("501", "HGI", "HGI.SNV");
    assertThat(isStale(made(plan))).isFalse();
  }

  @Test
  void aReportThatIsCalledForLaterIsMissedAtOnceAndCountsOnceItComesIn() {
    PlanIssued plan = Story.plan("502", "HGI", "HGI.SNV");
    ReportsConsolidated made = made(plan);
    ReportOpened later = report(plan, "HGI.027");
    log().append("2024-06-18T02:00:00Z", later);
    settle();
    assertThat(isStale(made)).as("who is missing is not named").isTrue();
    log().append("2024-06-19T02:00:00Z", submitted(later, "7"));
    settle();
    assertThat(isStale(made)).as("the same figure, of one report more").isTrue();
  }

  @Test
  void whoeverIsRelievedOfAReportIsMissingNoMore() {
    PlanIssued plan = Story.plan("503", "HGI", "HGI.SNV");
    ReportOpened missing = report(plan, "HGI.027");
    ReportsConsolidated made = made(plan, missing);
    assertThat(isStale(made)).isFalse();
    log().append("2024-06-18T02:00:00Z", new ReportWaived(missing.reportId(), "Sáp nhập", null));
    settle();
    assertThat(isStale(made)).isTrue();
  }

  @Test
  void whatThePlanAsksForOtherwiseIsAskedForOtherwise() {
    PlanIssued plan = Story.plan("504", "HGI", "HGI.SNV");
    ReportOpened missing = report(plan, "HGI.027");
    ReportsConsolidated made = made(plan, missing);
    log()
        .append(
            "2024-06-18T02:00:00Z",
            new ReportRevised(
                missing.reportId(),
                2,
                missing.title(),
                List.of(new Addressee("HGI", "HGI.SNV"), new Addressee("HGI.BDV", "HGI.SNV")),
                FORM,
                "Thêm nơi nhận",
                "QĐ 6"));
    settle();
    assertThat(isStale(made)).isTrue();
  }
}
