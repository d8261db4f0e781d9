package plantrail.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The year 2024 of plan 73/KH-UBND of Hà Giang, from the first draft to the final review. */
@Order(5)
@Begins("2024-02-19")
class YearOfPlan73IT {
  private static final String PROVINCE = "HGI";
  private static final String HOME_AFFAIRS = "HGI.SNV";
  private static final String CITY = "HGI.024";
  private static final String DONG_VAN = "HGI.026";
  private static final String LUNG_CU = "HGI.026.00715";
  private static final String OFFICE = "HGI.VP";

  /** The communes of Đồng Văn. */
  private static final int COMMUNES = 19;

  /** From February to December, and how many of them fell due before 30 June. */
  private static final long MONTHS = 11;

  private static final long MONTHS_BEFORE_JUNE = 4;

  /** From that of 28 February to that of the New Year, and how many fell due before 28 June. */
  private static final long WEEKS = 45;

  private static final long WEEKS_BEFORE_28_JUNE = 17;

  private final World world;
  private final TestClock clock;
  private final PlayedPlan plan;

  YearOfPlan73IT(World world) {
    this.world = world;
    this.clock = world.clock();
    this.plan = new PlayedPlan(world, "ha-giang-2024-73.yaml");
  }

  private Person as(String user) {
    return world.as(user);
  }

  @Test
  void aYearIsPlayed() {
    world.register("ha-giang-2024", Set.of(DONG_VAN));
    try (Browser browser = new Browser(world.home())) {
      draftAndIssue(browser);
      assertThat(as(PROVINCE).refused("issue-plan", plan.text())).isEqualTo("ALREADY_EXISTS");
      int units = everyDepartmentAndDistrictOwesItsPlanAndSixReports();
      ownPlansInTimeAndLate();
      aReportInTimeInTheBrowser(browser);
      aReportLateReturnedInTheBrowserAndHandedInAgain(browser);
      theReportsOfAQuarterAreMadeOneAndSentOn(browser, units);
      anInspectionAndItsRemedy();
      briefingsAndWeeklyInformation(browser);
      targets(units);
      theLastReportOfTheYear();
      plan.reviewAndConclude(
          "2024-12-20",
          "Kết quả dân vận chính quyền năm 2024 được đánh giá tốt",
          List.of(Map.of("indicator", "Hồ sơ đúng hạn", "value", 98.2, "unit", "%")),
          "2024-12-31");
      figures(
          "",
          Map.of("DONE_ON_TIME", 2L, "DONE_LATE", 1L, "OPEN_OVERDUE", units - 2L),
          Map.of(
              "DONE_ON_TIME",
              4L,
              "DONE_LATE",
              3L,
              "OPEN_OVERDUE",
              6L * units - 3 + COMMUNES * (MONTHS - 1) - 2 + WEEKS - 1 - 2,
              "OPEN_IN_TIME",
              COMMUNES + 1L));
      figures(
          "2024-06-30",
          Map.of("DONE_ON_TIME", 2L, "DONE_LATE", 1L, "OPEN_OVERDUE", units - 2L),
          Map.of(
              "DONE_ON_TIME",
              3L,
              "DONE_LATE",
              1L,
              "OPEN_OVERDUE",
              3L * units - 2 + COMMUNES * MONTHS_BEFORE_JUNE + WEEKS_BEFORE_28_JUNE,
              "OPEN_IN_TIME",
              3L * units
                  + COMMUNES * (MONTHS - MONTHS_BEFORE_JUNE)
                  - 1
                  + WEEKS
                  - WEEKS_BEFORE_28_JUNE
                  - 1));
      theOverviewShowsBothMoments(browser, units);
      history();
      // The two refusals that were provoked, and nothing else.
      assertThat(browser.errors()).hasSize(2).allMatch(each -> each.contains("status of 400"));
    }
  }

  private void draftAndIssue(Browser browser) {
    String draft = plan.draft("2024-02-19");
    Page page = browser.signedIn(HOME_AFFAIRS, World.PASSWORD);
    browser.look(page, "/drafts/" + draft, "draft");
    assertThat(page.locator("main")).containsText("Còn thiếu");
    assertThat(page.locator("main")).containsText("nhiệm vụ hoặc chế độ báo cáo");
    plan.issue(draft, "2024-02-23", "targets", "Bổ sung chỉ tiêu hồ sơ đúng hạn");
  }

  private int everyDepartmentAndDistrictOwesItsPlanAndSixReports() {
    JsonNode ownPlans =
        as("auditor").get("/api/tasks?plan=" + plan.id() + "&dueBefore=2024-12-31&size=500");
    assertThat(ownPlans.path("items").valueStream())
        .allSatisfy(task -> {
          assertThat(task.path("due").asString()).isEqualTo("2024-02-28");
          assertThat(task.path("duty").asString()).isEqualTo("A001-01");
        });
    int units = ownPlans.path("total").asInt();
    assertThat(units).as("departments and districts of Hà Giang on that day").isEqualTo(31);
    assertThat(ownPlans.path("items").valueStream().map(task -> task.path("agency").asString()))
        .contains(HOME_AFFAIRS, CITY, DONG_VAN, "HGI.034");
    Map<String, Integer> days = new TreeMap<>();
    Map<String, Long> confirmations = new TreeMap<>();
    for (JsonNode report :
        as("auditor")
            .get("/api/reports?plan=" + plan.id() + "&size=500&dueBefore=2025-01-31")
            .path("items")) {
      if (report.path("form").path(0).path("type").asString("").equals("YES_NO")) {
        confirmations.merge(report.path("rule").asString(), 1L, Long::sum);
      } else {
        days.merge(
            report.path("period").asString() + " " + report.path("due").asString(),
            1,
            Integer::sum);
      }
    }
    assertThat(confirmations).isEqualTo(Map.of("R001-5", COMMUNES * MONTHS, "R001-6", WEEKS));
    assertThat(days)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2024-Q1 2024-03-14", units,
                "2024-Q2 2024-06-14", units,
                "2024-Q3 2024-09-14", units,
                "2024-Q4 2024-12-14", units,
                "2024-H1 2024-05-14", units,
                "2024 2024-11-14", units));
    return units;
  }

  /** A plan of the district's own does its duty; the city only shows a result, and late. */
  private void ownPlansInTimeAndLate() {
    clock.set("2024-02-28", 15);
    String own =
        plan.issueOwn(
            DONG_VAN,
            "KH-UBND",
            "A001-01",
            Map.of("classes", List.of(Map.of("kind", "PEOPLES_COMMITTEE", "level", "COMMUNE"))));
    world.until(
        "tasks of the communes",
        () -> as(DONG_VAN).get("/api/tasks?plan=" + own).path("total").asInt() == COMMUNES);
    clock.set("2024-03-05", 9);
    assertThat(as(DONG_VAN).refused("accept-task", Map.of("taskId", plan.task("A001-01", CITY))))
        .isEqualTo("NOT_PERMITTED");
    plan.takeOn("A001-01", CITY);
    plan.handIn("A001-01", CITY, "Đã ban hành kế hoạch của thành phố");
    clock.tick();
    plan.acceptResult("A001-01", CITY, HOME_AFFAIRS);
  }

  private void aReportInTimeInTheBrowser(Browser browser) {
    clock.set("2024-03-12", 9);
    Page page = browser.signedIn(DONG_VAN, World.PASSWORD);
    browser.look(page, "/work", "work");
    act(page, "quý I/2024", "Nộp báo cáo");
    Locator panel = page.locator("dialog[open]");
    panel.getByLabel("Nội dung").fill("Kết quả quý I của huyện Đồng Văn");
    panel.getByLabel("Số lượt tiếp công dân").fill("1.200");
    panel.getByLabel("Số cuộc đối thoại").fill("ba");
    panel.getByLabel("Số đơn thư đã nhận").fill("80");
    panel.getByLabel("Số đơn thư đã giải quyết").fill("76");
    panel.getByLabel("Tỷ lệ đơn thư").fill("95");
    browser.accessible(page);
    page.locator("dialog[open] button[type=submit]").click();
    assertThat(panel.locator("[aria-invalid=true]")).hasValue("ba");
    panel.getByLabel("Số cuộc đối thoại").fill("3");
    confirm(page);
    browser.look(page, "/reports/" + plan.report("R001-1", "2024-Q1", DONG_VAN), "report");
    assertThat(page.locator("main")).containsText("Xong đúng hạn");
    assertThat(page.locator("main")).containsText("12/03/2024");
    assertThat(page.locator("main")).containsText(Pattern.compile("1\\s200\\slượt"));
  }

  private void aReportLateReturnedInTheBrowserAndHandedInAgain(Browser browser) {
    clock.set("2024-03-20", 9);
    String id = plan.report("R001-1", "2024-Q1", CITY);
    as(CITY)
        .give(
            "submit-report",
            Map.of(
                "reportId",
                id,
                "content",
                "Kết quả quý I",
                "figures",
                figures(300, 20, 19),
                "happenedOn",
                "2024-03-18"));
    clock.set("2024-03-22", 9);
    assertThat(as(HOME_AFFAIRS).ask("/api/reports/" + id).path("state").asString())
        .isEqualTo("SUBMITTED");
    Page page = browser.signedIn(HOME_AFFAIRS, World.PASSWORD);
    page.navigate(world.home() + "/reports/" + id);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trả lại báo cáo")).click();
    confirmWithoutReason(page);
    page.locator("dialog[open]").getByLabel("Lý do").fill("Thiếu biểu số liệu");
    confirm(page);
    assertThat(page.locator("main")).containsText("Thiếu biểu số liệu");
    clock.set("2024-03-25", 9);
    as(CITY)
        .give(
            "submit-report",
            Map.of(
                "reportId",
                id,
                "content",
                "Đã bổ sung biểu số liệu",
                "figures",
                figures(320, 20, 19)));
    clock.tick();
    plan.acceptReport("R001-1", "2024-Q1", CITY, HOME_AFFAIRS);
  }

  private static List<Map<String, String>> figures(int received, int letters, int answered) {
    return List.of(
        figure("tiep-dan", received),
        figure("doi-thoai", 1),
        figure("don-thu", letters),
        figure("don-thu-xong", answered),
        figure("ty-le-don-thu", 100 * answered / letters));
  }

  private static Map<String, String> figure(String indicator, int value) {
    return Map.of("indicator", indicator, "value", Integer.toString(value));
  }

  /** Who is missing is named; what was computed is corrected by hand; then it is sent on. */
  private void theReportsOfAQuarterAreMadeOneAndSentOn(Browser browser, int units) {
    clock.set("2024-03-26", 9);
    Page page = browser.signedIn(HOME_AFFAIRS, World.PASSWORD);
    page.navigate(world.home() + "/plans/" + plan.id() + "?tab=reports");
    page.getByRole(AriaRole.BUTTON)
        .filter(new Locator.FilterOptions().setHasText("Tổng hợp báo cáo"))
        .filter(new Locator.FilterOptions().setHasText("quý I/2024"))
        .click();
    page.locator("dialog[open]").getByLabel("Nội dung").fill("Tổng hợp quý I của tỉnh");
    browser.accessible(page);
    confirm(page);
    page.locator("a[href^='/consolidations/']").click();
    String path = java.net.URI.create(page.url()).getPath();
    assertThat(page.locator("main")).containsText("Còn thiếu (" + (units - 2) + ")");
    assertThat(page.locator("main")).containsText(Pattern.compile("1\\s520\\slượt"));
    assertThat(page.locator("main")).containsText(Pattern.compile("95\\s%"));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chỉnh sửa bản tổng hợp"))
        .click();
    page.locator("dialog[open]").getByLabel("Số lượt tiếp công dân").fill("1.500");
    page.locator("dialog[open]").getByLabel("Lý do").fill("Hai đơn vị đếm trùng 20 lượt");
    confirm(page);
    assertThat(page.locator("main")).containsText("sửa tay");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gửi báo cáo tổng hợp"))
        .click();
    confirm(page);
    browser.look(page, path, "consolidation");
    Page above = browser.signedIn(PROVINCE, World.PASSWORD);
    above.navigate(world.home() + path);
    assertThat(above.locator("main")).containsText(Pattern.compile("1\\s500\\slượt"));
    browser.look(above, "/plans/" + plan.id() + "?tab=reports", "matrix-consolidated");
  }

  /** A reason is demanded; without it the panel says so and nothing is lost. */
  private static void confirmWithoutReason(Page page) {
    page.locator("dialog[open] button[type=submit]").click();
    assertThat(page.locator("dialog[open] .problem")).isVisible();
  }

  private static void act(Page page, String row, String step) {
    page.getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(row))
        .first()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(step))
        .click();
  }

  private static void confirm(Page page) {
    page.waitForNavigation(() -> page.locator("dialog[open] button[type=submit]").click());
  }

  private void anInspectionAndItsRemedy() {
    clock.set("2024-05-20", 16);
    JsonNode recorded =
        as(HOME_AFFAIRS)
            .give(
                "record-inspection",
                Map.of(
                    "planId",
                    plan.id(),
                    "inspector",
                    HOME_AFFAIRS,
                    "unit",
                    DONG_VAN,
                    "happenedOn",
                    "2024-05-20",
                    "findings",
                    List.of("Việc niêm yết còn chậm"),
                    "recommendations",
                    List.of(Map.of("text", "Niêm yết đủ thủ tục", "due", "2024-06-20"))));
    String inspection = recorded.path("id").asString();
    world.until(
        "task of the inspected unit",
        () -> as(DONG_VAN).get("/api/tasks?inspection=" + inspection).path("total").asInt() == 1);
    clock.set("2024-06-18", 9);
    plan.takeOn(inspection + "#1", DONG_VAN);
    plan.handIn(inspection + "#1", DONG_VAN, "Đã niêm yết đủ");
    clock.set("2024-06-21", 9);
    plan.acceptResult(inspection + "#1", DONG_VAN, HOME_AFFAIRS);
  }

  /**
   * The commune meets the heads of its villages every month, and says so: in time, late, never. The
   * province's office informs of what moves the people every week.
   */
  private void briefingsAndWeeklyInformation(Browser browser) {
    clock.set("2024-06-28", 17);
    assertThat(
            as(LUNG_CU)
                .faultyFields(
                    "submit-report",
                    Map.of(
                        "reportId",
                        plan.report("R001-5", "2024-M06", LUNG_CU),
                        "content",
                        "Đã giao ban")))
        .containsOnly("figures");
    confirmed("R001-5", "2024-M06", LUNG_CU, "da-giao-ban", "nguoi-du", 9);
    confirmed("R001-6", "2024-W26", OFFICE, "da-thong-tin", "tin", 6);
    clock.set("2024-07-08", 9);
    confirmed("R001-6", "2024-W27", OFFICE, "da-thong-tin", "tin", 4);
    clock.set("2024-08-02", 9);
    confirmed("R001-5", "2024-M07", LUNG_CU, "da-giao-ban", "nguoi-du", 8);
    assertThat(timeliness("R001-5", "2024-M08", LUNG_CU)).isEqualTo("OPEN_IN_TIME");
    clock.set("2024-09-06", 9);
    String missed = plan.report("R001-5", "2024-M08", LUNG_CU);
    world.until(
        "notice that the month's briefing was not confirmed",
        () ->
            as("auditor")
                    .get("/api/history?name=report-lapse-noticed&subject=" + missed)
                    .path("total")
                    .asInt()
                == 1);
    assertThat(row(LUNG_CU, "R001-5", "2024-M06", "2024-M09"))
        .containsExactly("DONE_ON_TIME", "DONE_LATE", "OPEN_OVERDUE", "OPEN_IN_TIME");
    assertThat(row(OFFICE, "R001-6", "2024-W26", "2024-W28"))
        .containsExactly("DONE_ON_TIME", "DONE_LATE", "OPEN_OVERDUE");
    Page page = browser.signedIn(LUNG_CU, World.PASSWORD);
    browser.look(page, "/reports/" + plan.report("R001-5", "2024-M07", LUNG_CU), "briefing");
    assertThat(page.locator("main")).containsText("Đã tổ chức giao ban");
    assertThat(page.locator("main")).containsText("Xong trễ hạn");
    browser.look(page, "/reports/" + missed, "briefing-missed");
    assertThat(page.locator("main")).containsText("Quá hạn");
  }

  private void confirmed(
      String rule, String period, String agency, String done, String counted, int count) {
    as(agency)
        .give(
            "submit-report",
            Map.of(
                "reportId",
                plan.report(rule, period, agency),
                "content",
                "Đã thực hiện trong kỳ",
                "figures",
                List.of(Map.of("indicator", done, "value", "true"), figure(counted, count))));
  }

  private String timeliness(String rule, String period, String agency) {
    return as("auditor")
        .ask("/api/reports/" + plan.report(rule, period, agency))
        .path("timeliness")
        .asString();
  }

  /** How the matrix shows an agency's reports of a rule from one period to another. */
  private List<String> row(String agency, String rule, String from, String to) {
    JsonNode matrix = as("auditor").ask("/api/plans/" + plan.id() + "/report-matrix");
    JsonNode cells =
        matrix
            .path("rows")
            .valueStream()
            .filter(row -> row.path("agency").asString().equals(agency))
            .findFirst()
            .orElseThrow()
            .path("cells");
    JsonNode columns = matrix.path("columns");
    return IntStream.range(0, columns.size())
        .filter(i -> columns.path(i).path("rule").asString().equals(rule))
        .filter(i -> columns.path(i).path("period").asString().compareTo(from) >= 0)
        .filter(i -> columns.path(i).path("period").asString().compareTo(to) <= 0)
        .mapToObj(i -> cells.path(i).path("timeliness").asString())
        .toList();
  }

  /** One target is measured by those whom it binds, the other counts models by itself. */
  private void targets(int units) {
    clock.set("2024-10-01", 9);
    JsonNode files = plan.seenTarget("T001-1");
    measured(files, DONG_VAN, 98.4);
    measured(files, CITY, 97.1);
    as(CITY)
        .give(
            "correct-measurement",
            Map.of(
                "targetId",
                files.path("id").asString(),
                "agency",
                CITY,
                "day",
                "2024-09-30",
                "value",
                98.1,
                "reason",
                "Tính cả hồ sơ trả sớm"));
    assertThat(plan.seenTarget("T001-1").path("attainment").asString()).isEqualTo("ATTAINED");
    String model =
        as(DONG_VAN)
            .give(
                "register-model",
                Map.of(
                    "planId",
                    plan.id(),
                    "agency",
                    DONG_VAN,
                    "year",
                    2024,
                    "title",
                    "Chợ phiên không rác"))
            .path("id")
            .asString();
    // The plan asks for a model that is built, not for one that is registered.
    assertThat(plan.seenTarget("T001-2").path("attainedBy").asInt()).isZero();
    as(DONG_VAN).give("build-model", Map.of("modelId", model, "result", "Chợ đã họp bốn phiên"));
    JsonNode models = plan.seenTarget("T001-2");
    assertThat(models.path("attainedBy").asInt()).isEqualTo(1);
    assertThat(models.path("measuredBy").asInt()).isEqualTo(units + COMMUNES);
  }

  private void measured(JsonNode target, String agency, double value) {
    as(agency)
        .give(
            "record-measurement",
            Map.of(
                "targetId",
                target.path("id").asString(),
                "agency",
                agency,
                "day",
                "2024-09-30",
                "value",
                value));
  }

  private void theLastReportOfTheYear() {
    clock.set("2024-11-10", 9);
    JsonNode done =
        as(DONG_VAN)
            .give(
                "submit-report",
                Map.of(
                    "reportId",
                    plan.report("R001-3", "2024", DONG_VAN),
                    "content",
                    "Kết quả năm của huyện"));
    JsonNode report =
        as(DONG_VAN)
            .get(
                "/api/reports/%s?after=%s"
                    .formatted(
                        plan.report("R001-3", "2024", DONG_VAN), done.path("mark").asString()));
    assertThat(report.path("timeliness").asString()).isEqualTo("DONE_ON_TIME");
  }

  private void figures(String at, Map<String, Long> tasks, Map<String, Long> reports) {
    assertThat(dated(plan.tasks(at))).as("tasks " + at).isEqualTo(tasks);
    assertThat(dated(plan.reports(at))).as("reports " + at).isEqualTo(reports);
  }

  private static Map<String, Long> dated(Map<String, Long> classes) {
    Map<String, Long> dated = new TreeMap<>(classes);
    dated.keySet().removeIf(each -> each.endsWith("UNDATED"));
    return dated;
  }

  private void history() {
    assertThat(plan.milestones()).containsExactly("plan-issued", "plan-reviewed", "plan-concluded");
    assertThat(plan.history())
        .containsEntry("report-submitted", 8L)
        .containsEntry("measurement-recorded", 2L)
        .containsEntry("measurement-corrected", 1L)
        .containsEntry("consolidation-corrected", 1L)
        .containsEntry("consolidation-forwarded", 1L);
  }

  private void theOverviewShowsBothMoments(Browser browser, int units) {
    Page page = browser.signedIn("auditor", World.PASSWORD);
    browser.look(page, "/?plan=" + plan.id(), "overview");
    assertThat(page.locator("a.figure.OPEN_OVERDUE")).containsText(Integer.toString(units - 2));
    browser.look(page, "/?at=2024-03-01&plan=" + plan.id(), "overview-past");
    assertThat(page.locator(".past-banner")).isVisible();
    assertThat(page.locator("a.figure.OPEN_OVERDUE")).containsText(Integer.toString(units - 1));
    browser.look(page, "/plans/" + plan.id(), "plan");
    assertThat(page.locator("main")).containsText("73/KH-UBND");
    browser.look(page, "/plans/" + plan.id() + "?tab=reports", "matrix");
    browser.look(page, "/plans/" + plan.id() + "?tab=history", "history");
    browser.look(page, "/tasks?plan=" + plan.id(), "tasks");
    browser.look(page, "/search?q=ke+hoach", "search");
    browser.look(page, "/inspections", "inspections");
    browser.look(page, "/agencies", "agencies");
    browser.look(page, "/agencies/" + DONG_VAN, "agency");
  }
}
