package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRevised;

/** A report that its plan says anew, as readers see it before and after. */
class RevisedReportsIT extends QuerySideTest {
  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final ReportOpened report =
      Story.report(
          plan, new Period(Frequency.QUARTER, 2024, 2), "HGI.026", LocalDate.of(2024, 6, 14));

  @BeforeAll
  void story() {
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append("2024-02-28T02:00:00Z", plan, report);
    log.append(
        "2024-04-05T02:00:00Z",
        new ReportRevised(
            report.reportId(),
            2,
            "Báo cáo quý và kiến nghị",
            List.of(new Addressee("HGI", "HGI.STC")),
            List.of(),
            "Điều chỉnh theo kết luận",
            "khoản 2 Điều 1, KH 90"));
    settle();
  }

  @Test
  void itReadsSoFromThenOnAndAsItWasBefore() {
    String path = "/api/reports/" + report.reportId();
    var then = get("auditor", path, "at", "2024-04-01").json();
    assertThat(then.path("title").asString()).isEqualTo("Báo cáo quý");
    assertThat(then.path("channel").asString()).isEqualTo("HGI.SNV");
    assertThat(then.path("form").size()).isEqualTo(1);
    var now = get("auditor", path).json();
    assertThat(now.path("title").asString()).isEqualTo("Báo cáo quý và kiến nghị");
    assertThat(now.path("channel").asString()).isEqualTo("HGI.STC");
    assertThat(now.path("form").size()).isZero();
    assertThat(now.path("due").asString()).isEqualTo("2024-06-14");
    assertThat(page("auditor", "vi", "/reports/" + report.reportId()).body())
        .contains(
            "Báo cáo quý và kiến nghị",
            "Đổi nội dung báo cáo theo kế hoạch",
            "Điều chỉnh theo kết luận");
  }

  @Test
  void aReportOnDemandIsFoundAndShownByTheTitleOfItsCall() {
    PlanIssued calling = Story.onDemand("75", "HGI", "HGI.SNV");
    ReportOpened storm = Story.called(calling, "2024-W37", "Báo cáo nhanh thiệt hại do bão số 3");
    ReportOpened flood = Story.called(calling, "2024-W38", "Báo cáo nhanh về lũ ống");
    log().append("2024-09-10T02:00:00Z", calling, storm, flood);
    settle();
    assertThat(get("HGI.026", "/api/reports", "q", "bao cao nhanh").items("id"))
        .containsExactlyInAnyOrder(storm.reportId(), flood.reportId());
    assertThat(get("HGI.026", "/api/reports", "q", "bao so 3").items("title"))
        .containsExactly(storm.title());
    assertThat(page("HGI.026", "vi", "/search", "q", "bao so 3").body())
        .contains("/reports/" + storm.reportId());
    String reports = page("HGI.SNV", "vi", "/plans/" + calling.planId(), "tab", "reports").body();
    assertThat(reports)
        .contains("colspan=\"1\">" + storm.title() + "<", "colspan=\"1\">" + flood.title() + "<")
        .contains("data-step=\"open-reports\"", "id=\"step-open-reports\"");
    assertThat(page("HGI.026", "vi", "/plans/" + calling.planId(), "tab", "reports").body())
        .doesNotContain("open-reports");
    assertThat(page("HGI.SNV", "vi", "/plans/" + plan.planId(), "tab", "reports").body())
        .doesNotContain("open-reports");
  }
}
