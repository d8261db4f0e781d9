package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.Gathered.Missing;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.ReportTransferred;
import tools.jackson.databind.JsonNode;

/** A consolidation that misses an agency's report, after that agency has become part of another. */
class SucceededReportsIT extends QuerySideTest {
  private static final LocalDate MERGED = LocalDate.of(2024, 7, 1);

  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final ReportOpened cameIn = report("HGI.026");
  private final ReportOpened missing = report("HGI.027");
  private final ReportOpened own = report("HGI.STC");
  private final ReportsConsolidated consolidation = consolidation(missing);

  /**
   * Another plan's: of its reports, too, one is missing, and the heir owes one of its own, which
   * goes to the issuer straight.
   */
  private final PlanIssued other = Story.plan("74", "HGI", "HGI.SNV");

  private final ReportOpened otherCameIn = report(other, "HGI.026");
  private final ReportOpened otherMissing = report(other, "HGI.027");
  private final ReportOpened otherOwn =
      Story.asked(report(other, "HGI.STC"), new Addressee("HGI", null), report("HGI.STC").form());
  private final ReportsConsolidated otherConsolidation =
      Story.consolidation(other, otherCameIn, otherMissing.agency());

  /** As it was recorded when only agencies were. */
  private ReportsConsolidated consolidation(ReportOpened missing) {
    ReportsConsolidated made = Story.consolidation(plan, cameIn, missing.agency());
    return new ReportsConsolidated(
        made.consolidationId(),
        made.planId(),
        made.document(),
        made.rule(),
        made.title(),
        made.period(),
        made.channel(),
        made.addressees(),
        made.issuer(),
        made.focal(),
        made.form(),
        new Gathered(
            made.gathered().cameIn(), made.gathered().missing(), made.gathered().figures(), null),
        made.content(),
        made.happenedOn());
  }

  private ReportOpened report(String agency) {
    return report(plan, agency);
  }

  private static ReportOpened report(PlanIssued plan, String agency) {
    return Story.report(
        plan, new Period(Frequency.QUARTER, 2024, 2), agency, LocalDate.of(2024, 6, 14));
  }

  private ReportSubmitted submitted(ReportOpened report, String day, String figure) {
    return new ReportSubmitted(
        report.reportId(),
        "Kết quả quý II",
        LocalDate.parse(day),
        List.of(new Figure(report.form().getFirst().id(), figure)));
  }

  @BeforeAll
  void story() {
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append("2024-02-28T02:00:00Z", plan, cameIn, missing, own);
    log.append("2024-02-28T02:00:00Z", other, otherCameIn, otherMissing, otherOwn);
    log.append("2024-06-14T02:00:00Z", submitted(cameIn, "2024-06-14", "1200"));
    log.append("2024-06-14T02:00:00Z", submitted(otherCameIn, "2024-06-14", "1200"));
    log.append("2024-06-17T02:00:00Z", consolidation, otherConsolidation);
    log.append(
        "2024-07-01T02:00:00Z",
        new AgencyMerged("HGI.027", "HGI.STC", MERGED, "Nghị quyết 1"),
        new ReportTransferred(missing.reportId(), "HGI.027", "HGI.STC", "sáp nhập", "Nghị quyết 1"),
        new ReportTransferred(
            otherMissing.reportId(), "HGI.027", "HGI.STC", "sáp nhập", "Nghị quyết 1"));
    log.append(
        "2024-07-02T02:00:00Z",
        new ConsolidationRenewed(
            otherConsolidation.consolidationId(),
            Gathered.of(
                otherConsolidation.gathered().cameIn(),
                List.of(new Missing(otherMissing.reportId(), "HGI.STC", "HGI.027")),
                otherConsolidation.gathered().figures()),
            LocalDate.of(2024, 7, 2),
            List.of(),
            List.of(),
            null,
            null),
        submitted(otherOwn, "2024-07-02", "7"));
    log.append("2024-07-03T02:00:00Z", submitted(missing, "2024-07-03", "300"));
    log.append("2024-07-03T02:00:00Z", submitted(otherMissing, "2024-07-03", "300"));
    log.append("2024-07-05T02:00:00Z", new ReportAccepted(missing.reportId(), null));
    settle();
  }

  private JsonNode shown(ReportsConsolidated of, String... at) {
    return get("HGI.SNV", "/api/consolidations/" + of.consolidationId(), at).json();
  }

  private boolean isStale(String... at) {
    return shown(consolidation, at).path("stale").asBoolean();
  }

  @Test
  void eachMissingReportIsNamedWithWhoseItWasAndOnlyThoseMakeItOneToBeMadeAnew() {
    assertThat(shown(otherConsolidation, "at", "2024-07-02").path("missing"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.path("reportId").asString()).isEqualTo(otherMissing.reportId());
          assertThat(each.path("agency").asString()).isEqualTo("HGI.STC");
          assertThat(each.path("formerly").asString()).isEqualTo("HGI.027");
        });
    assertThat(shown(otherConsolidation, "at", "2024-07-02").path("stale").asBoolean())
        .as("the heir's own report, which was not missing")
        .isFalse();
    assertThat(shown(otherConsolidation, "at", "2024-07-03").path("stale").asBoolean()).isTrue();
    String page = "/consolidations/" + otherConsolidation.consolidationId();
    assertThat(page("HGI.SNV", "vi", page, "at", "2024-07-02").body())
        .containsPattern("(?s)HGI.STC<.*báo cáo tiếp nhận từ<.*HGI.027<");
    assertThat(page("HGI.SNV", "vi", page, "at", "2024-06-20").body())
        .doesNotContain("báo cáo tiếp nhận từ");
  }

  @Test
  void ofAnOldRecordTheMissingAgenciesAloneAreNamed() {
    assertThat(shown(consolidation).path("missing"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.path("reportId").isNull()).isTrue();
          assertThat(each.path("agency").asString()).isEqualTo("HGI.027");
          assertThat(each.path("formerly").isNull()).isTrue();
        });
  }

  @Test
  void itIsToBeMadeAnewOnceTheSuccessorHandsThatReportIn() {
    assertThat(isStale("at", "2024-06-20")).as("missing").isFalse();
    assertThat(isStale("at", "2024-07-02")).as("with the successor").isFalse();
    assertThat(isStale("at", "2024-07-04")).as("handed in").isTrue();
    assertThat(isStale()).as("accepted").isTrue();
  }

  @Test
  void whoOwesItsOwnReportAndThatOfAnotherHasARowOfTheMatrixForEach() {
    for (String at : List.of("2024-06-20", "2024-07-04")) {
      var rows =
          get("auditor", "/api/plans/" + plan.planId() + "/report-matrix", "at", at)
              .json()
              .path("rows");
      assertThat(
              rows.valueStream()
                  .flatMap(row ->
                      row.path("cells")
                          .valueStream()
                          .map(cell ->
                              row.path("agency").asString() + " " + cell.path("id").asString())))
          .as(at)
          .containsExactlyInAnyOrder(
              "HGI.026 " + cameIn.reportId(),
              "HGI.STC " + own.reportId(),
              (at.equals("2024-06-20") ? "HGI.027 " : "HGI.STC ") + missing.reportId());
    }
  }
}
