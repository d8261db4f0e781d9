package plantrail.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.yaml.snakeyaml.Yaml;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.task.TaskId;
import plantrail.platform.access.Accounts;
import plantrail.standalone.PlanTrail;
import plantrail.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** The year 2024 of plan 73/KH-UBND of Hà Giang, from the issue to the last day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearOfPlan73IT {
  private static final String PASSWORD = "mật khẩu của mẫu";
  private static final String PROVINCE = "HGI";
  private static final String HOME_AFFAIRS = "HGI.SNV";
  private static final String CITY = "HGI.024";
  private static final String DONG_VAN = "HGI.026";
  private static final String PLAN = PlanId.of(PROVINCE, 2024, "73", "KH-UBND").value();

  private final TestClock clock = TestClock.Instead.CLOCK;
  private ConfigurableApplicationContext application = Objects.requireNonNull(start());
  private final String home =
      "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
  private final Map<String, Person> people = new LinkedHashMap<>();

  private ConfigurableApplicationContext start() {
    clock.set("2024-02-27", 8);
    SpringApplication plantrail = PlanTrail.application();
    plantrail.addPrimarySources(List.of(TestClock.Instead.class));
    return plantrail.run(
        "--spring.profiles.active=postgres",
        "--spring.datasource.url=" + TestDatabase.fresh(),
        "--spring.datasource.username=postgres",
        "--spring.datasource.password=",
        "--server.port=0");
  }

  @BeforeAll
  void accountsAndAgencies() throws IOException {
    Accounts accounts = application.getBean(Accounts.class);
    accounts.create(new Accounts.New("admin", "Quản trị", Role.ADMIN, List.of()), PASSWORD);
    accounts.create(new Accounts.New("auditor", "Kiểm toán", Role.AUDITOR, List.of()), PASSWORD);
    for (String code : List.of(PROVINCE, HOME_AFFAIRS, CITY, DONG_VAN)) {
      accounts.create(new Accounts.New(code, "Bà " + code, Role.OFFICIAL, List.of(code)), PASSWORD);
    }
    for (String user : List.of("admin", "auditor", PROVINCE, HOME_AFFAIRS, CITY, DONG_VAN)) {
      people.put(user, Person.signedIn(home, user, PASSWORD));
    }
    register("sample/agencies/areas/ha-giang-2024.csv");
    register("sample/agencies/bodies/ha-giang-2024.csv");
  }

  @AfterAll
  void stop() {
    application.close();
  }

  /** All of the province but the communes, of which those of one district are enough. */
  private void register(String file) throws IOException {
    try (Reader reader = new InputStreamReader(resource(file), StandardCharsets.UTF_8)) {
      for (CSVRecord row :
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .setNullString("")
              .get()
              .parse(reader)) {
        if (!row.get("level").equals("COMMUNE") || DONG_VAN.equals(row.get("superior"))) {
          as("admin").give("register-agency", row.toMap());
        }
      }
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        YearOfPlan73IT.class.getClassLoader().getResourceAsStream(name), name);
  }

  private Person as(String user) {
    return Objects.requireNonNull(people.get(user));
  }

  private static String ownPlan(String agency) {
    return TaskId.of(PLAN, "A001-01", agency).value();
  }

  private static String report(String rule, String period, String agency) {
    return ReportId.of(PLAN, rule, period, agency).value();
  }

  @Test
  void aYearIsPlayed() throws IOException {
    try (Browser browser = new Browser(home)) {
      issue();
      int units = everyDepartmentAndDistrictOwesItsPlanAndSixReports();
      ownPlansInTimeAndLate();
      aReportInTimeInTheBrowser(browser);
      aReportLateReturnedInTheBrowserAndHandedInAgain(browser);
      theReportsOfAQuarterAreMadeOneAndSentOn(browser, units);
      anInspectionAndItsRemedy();
      theLastReportOfTheYear();
      figures(
          "",
          Map.of("DONE_ON_TIME", 2L, "DONE_LATE", 1L, "OPEN_OVERDUE", units - 2L),
          Map.of("DONE_ON_TIME", 2L, "DONE_LATE", 1L, "OPEN_OVERDUE", 6L * units - 3));
      figures(
          "&at=2024-06-30",
          Map.of("DONE_ON_TIME", 2L, "DONE_LATE", 1L, "OPEN_OVERDUE", units - 2L),
          Map.of(
              "DONE_ON_TIME",
              1L,
              "DONE_LATE",
              1L,
              "OPEN_OVERDUE",
              3L * units - 2,
              "OPEN_IN_TIME",
              3L * units));
      theOverviewShowsBothMoments(browser, units);
      // The two refusals that were provoked, and nothing else.
      assertThat(browser.errors()).hasSize(2).allMatch(each -> each.contains("status of 400"));
    }
  }

  private void issue() throws IOException {
    clock.set("2024-02-28", 8);
    Map<String, Object> plan;
    try (InputStream in = resource("sample/plans/ha-giang-2024-73.yaml")) {
      plan = new Yaml().load(in);
    }
    assertThat(as(CITY).refused("issue-plan", plan)).isEqualTo("NOT_PERMITTED");
    assertThat(as(PROVINCE).give("issue-plan", plan).path("id").asString()).isEqualTo(PLAN);
    assertThat(as(PROVINCE).refused("issue-plan", plan)).isEqualTo("ALREADY_EXISTS");
  }

  private int everyDepartmentAndDistrictOwesItsPlanAndSixReports() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            as("auditor").get("/api/plans/" + PLAN).path("reports").path("total").asLong() > 100);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            as("auditor")
                    .get("/api/reports?plan=" + PLAN + "&period=2024-Q4&size=500")
                    .path("total")
                    .asLong()
                > 30);
    JsonNode ownPlans =
        as("auditor").get("/api/tasks?plan=" + PLAN + "&dueBefore=2024-12-31&size=500");
    assertThat(ownPlans.path("items").valueStream())
        .allSatisfy(task -> {
          assertThat(task.path("due").asString()).isEqualTo("2024-02-28");
          assertThat(task.path("duty").asString()).isEqualTo("A001-01");
        });
    int units = ownPlans.path("total").asInt();
    assertThat(ownPlans.path("items").valueStream().map(task -> task.path("agency").asString()))
        .contains(HOME_AFFAIRS, CITY, DONG_VAN, "HGI.034");
    Map<String, Integer> days = new TreeMap<>();
    for (JsonNode report :
        as("auditor")
            .get("/api/reports?plan=" + PLAN + "&size=500&dueBefore=2025-01-01")
            .path("items")) {
      days.merge(
          report.path("period").asString() + " " + report.path("due").asString(), 1, Integer::sum);
    }
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

  private void ownPlansInTimeAndLate() {
    clock.set("2024-02-28", 15);
    as(DONG_VAN).give("accept-task", Map.of("taskId", ownPlan(DONG_VAN)));
    as(DONG_VAN)
        .give(
            "submit-task-result",
            Map.of("taskId", ownPlan(DONG_VAN), "result", "Đã ban hành kế hoạch của huyện"));
    clock.set("2024-03-05", 9);
    assertThat(as(DONG_VAN).refused("accept-task", Map.of("taskId", ownPlan(CITY))))
        .isEqualTo("NOT_PERMITTED");
    as(CITY).give("accept-task", Map.of("taskId", ownPlan(CITY)));
    as(CITY)
        .give(
            "submit-task-result",
            Map.of("taskId", ownPlan(CITY), "result", "Đã ban hành kế hoạch của thành phố"));
    clock.tick();
    for (String agency : List.of(DONG_VAN, CITY)) {
      as(HOME_AFFAIRS).give("accept-task-result", Map.of("taskId", ownPlan(agency)));
    }
  }

  private void aReportInTimeInTheBrowser(Browser browser) {
    clock.set("2024-03-12", 9);
    Page page = browser.signedIn(DONG_VAN, PASSWORD);
    browser.look(page, "/work", "work");
    act(page, "quý I/2024", "Nộp báo cáo");
    Locator panel = page.locator("dialog[open]");
    panel.getByLabel("Nội dung").fill("Kết quả quý I của huyện Đồng Văn");
    panel.getByLabel("Số lượt tiếp công dân").fill("1.200");
    panel.getByLabel("Số cuộc đối thoại").fill("ba");
    panel.getByLabel("Số đơn thư đã nhận").fill("80");
    panel.getByLabel("Số đơn thư đã giải quyết").fill("76");
    panel.getByLabel("Tỷ lệ đơn thư").fill("95,5");
    browser.accessible(page);
    page.locator("dialog[open] button[type=submit]").click();
    assertThat(panel.locator("[aria-invalid=true]")).hasValue("ba");
    panel.getByLabel("Số cuộc đối thoại").fill("3");
    confirm(page);
    browser.look(page, "/reports/" + report("R001-1", "2024-Q1", DONG_VAN), "report");
    assertThat(page.locator("main")).containsText("Xong đúng hạn");
    assertThat(page.locator("main")).containsText("12/03/2024");
    assertThat(page.locator("main")).containsText(Pattern.compile("1\\s200\\slượt"));
  }

  private void aReportLateReturnedInTheBrowserAndHandedInAgain(Browser browser) {
    clock.set("2024-03-20", 9);
    String id = report("R001-1", "2024-Q1", CITY);
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
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            as(HOME_AFFAIRS)
                .get("/api/reports/" + id)
                .path("state")
                .asString()
                .equals("SUBMITTED"));
    Page page = browser.signedIn(HOME_AFFAIRS, PASSWORD);
    page.navigate(home + "/reports/" + id);
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
    as(HOME_AFFAIRS).give("accept-report", Map.of("reportId", id));
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
    Page page = browser.signedIn(HOME_AFFAIRS, PASSWORD);
    page.navigate(home + "/plans/" + PLAN + "?tab=reports");
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
    Page above = browser.signedIn(PROVINCE, PASSWORD);
    above.navigate(home + path);
    assertThat(above.locator("main")).containsText(Pattern.compile("1\\s500\\slượt"));
    browser.look(above, "/plans/" + PLAN + "?tab=reports", "matrix-consolidated");
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
                    PLAN,
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
    String task = TaskId.of(PLAN, recorded.path("id").asString() + "#1", DONG_VAN).value();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            as(DONG_VAN)
                    .get("/api/tasks?inspection=" + recorded.path("id").asString())
                    .path("total")
                    .asLong()
                == 1);
    clock.set("2024-06-18", 9);
    as(DONG_VAN).give("accept-task", Map.of("taskId", task));
    as(DONG_VAN).give("submit-task-result", Map.of("taskId", task, "result", "Đã niêm yết đủ"));
    clock.set("2024-06-21", 9);
    as(HOME_AFFAIRS).give("accept-task-result", Map.of("taskId", task));
  }

  private void theLastReportOfTheYear() {
    clock.set("2024-11-10", 9);
    JsonNode done =
        as(DONG_VAN)
            .give(
                "submit-report",
                Map.of(
                    "reportId",
                    report("R001-3", "2024", DONG_VAN),
                    "content",
                    "Kết quả năm của huyện"));
    JsonNode report =
        as(DONG_VAN)
            .get(
                "/api/reports/%s?after=%s"
                    .formatted(report("R001-3", "2024", DONG_VAN), done.path("mark").asString()));
    assertThat(report.path("timeliness").asString()).isEqualTo("DONE_ON_TIME");
    clock.set("2024-12-31", 9);
  }

  private void figures(String at, Map<String, Long> tasks, Map<String, Long> reports) {
    JsonNode overview = as("auditor").get("/api/overview?plan=" + PLAN + at);
    assertThat(dated(overview.path("tasks"))).as("tasks " + at).isEqualTo(tasks);
    assertThat(dated(overview.path("reports"))).as("reports " + at).isEqualTo(reports);
  }

  private static Map<String, Long> dated(JsonNode counts) {
    Map<String, Long> dated = new TreeMap<>();
    counts
        .path("byTimeliness")
        .properties()
        .forEach(each -> {
          if (each.getValue().asLong() > 0 && !each.getKey().endsWith("UNDATED")) {
            dated.put(each.getKey(), each.getValue().asLong());
          }
        });
    return dated;
  }

  private void theOverviewShowsBothMoments(Browser browser, int units) {
    Page page = browser.signedIn("auditor", PASSWORD);
    browser.look(page, "/", "overview");
    assertThat(page.locator("a.figure.OPEN_OVERDUE")).containsText(Integer.toString(units - 2));
    browser.look(page, "/?at=2024-03-01", "overview-past");
    assertThat(page.locator(".past-banner")).isVisible();
    assertThat(page.locator("a.figure.OPEN_OVERDUE")).containsText(Integer.toString(units - 1));
    browser.look(page, "/plans/" + PLAN, "plan");
    assertThat(page.locator("main")).containsText("73/KH-UBND");
    browser.look(page, "/plans/" + PLAN + "?tab=reports", "matrix");
    browser.look(page, "/plans/" + PLAN + "?tab=history", "history");
    browser.look(page, "/tasks?plan=" + PLAN, "tasks");
    browser.look(page, "/search?q=ke+hoach", "search");
    browser.look(page, "/inspections", "inspections");
    browser.look(page, "/agencies", "agencies");
    browser.look(page, "/agencies/" + DONG_VAN, "agency");
  }
}
