package plantrail.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Plan 01/KH-UBND of the city of Quảng Ngãi: a movement of three years, its models and the two
 * kinds of award that they are given.
 */
@Order(1)
@Begins("2017-12-18")
class MovementOfPlan01IT {
  private static final String PROVINCE = "QNG";
  private static final String CITY = "QNG.522";
  private static final String HOME_AFFAIRS = "QNG.522.PNV";
  private static final String PARTY = "QNG.522.BDVTU";
  private static final String NGHIA_CHANH = "QNG.522.21019";
  private static final String NGHIA_DONG = "QNG.522.21037";
  private static final String TINH_KY = "QNG.522.21190";

  /** The broadcasting station, twelve offices and twenty-three communes. */
  private static final int UNITS = 36;

  private static final int TASKS = 5 * UNITS + 6;
  private static final long YEARS = 3;

  private final World world;
  private final PlayedPlan plan;

  MovementOfPlan01IT(World world) {
    this.world = world;
    this.plan = new PlayedPlan(world, "quang-ngai-city-2018-01.yaml");
  }

  @Test
  void aMovementOfThreeYearsIsPlayed() {
    world.register("quang-ngai-city-2018", Set.of(CITY));
    plan.draftAndIssue("2017-12-18", "2017-12-25", "targets", "Bổ sung chỉ tiêu hằng năm");
    everyUnitOwesFiveTasksAndAReportOfTheFirstYear();
    String model = modelsAreRegistered();
    reportsOfTheFirstYearInTimeAndLate();
    aModelIsBuiltAssessedAndRewardedTwice(model);
    theClockOpens(2019);
    aModelIsCopied(model);
    theMovementGoesOn();
    plan.reviewAndConclude(
        "2020-12-15",
        "Phong trào lan tỏa rộng khắp",
        List.of(Map.of("indicator", "Mô hình được công nhận", "value", 1, "unit", "mô hình")),
        "2020-12-30");
    figures();
    history();
    theBrowserShowsModelAndAwards(model);
  }

  private void everyUnitOwesFiveTasksAndAReportOfTheFirstYear() {
    assertThat(plan.tasks("")).isEqualTo(Map.of("OPEN_UNDATED", (long) TASKS));
    assertThat(plan.reports(""))
        .isEqualTo(Map.of("OPEN_IN_TIME", (long) UNITS, "OPEN_UNDATED", UNITS + 1L));
    assertThat(plan.seenReport("R002-1", "2018", TINH_KY).path("due").asString())
        .isEqualTo("2018-09-29");
    JsonNode asked = world.as(PARTY).ask("/api/tasks?plan=" + plan.id() + "&role=REQUEST");
    assertThat(asked.path("total").asInt()).isEqualTo(1);
    assertThat(asked.path("items").path(0).path("request").asBoolean()).isTrue();
  }

  /** On 15 December before it; its reports are due on that year's days. */
  private void theClockOpens(int year) {
    String reports = "/api/reports?plan=" + plan.id() + "&rule=R002-1&period=" + year;
    world.clock().set(year - 1 + "-12-20", 8);
    world.until(
        "reports of the year " + year,
        () -> world.as("auditor").get(reports).path("total").asInt() == UNITS);
    assertThat(plan.seenReport("R002-1", String.valueOf(year), TINH_KY).path("due").asString())
        .isEqualTo(year + "-09-29");
  }

  private String modelsAreRegistered() {
    world.clock().set("2018-02-05", 9);
    plan.takeOn("A002-09", NGHIA_CHANH);
    Map<String, Object> model =
        Map.of(
            "planId",
            plan.id(),
            "agency",
            NGHIA_CHANH,
            "year",
            2018,
            "title",
            "Tuyến đường tự quản",
            "field",
            "Văn hóa - xã hội",
            "taskId",
            plan.task("A002-09", NGHIA_CHANH));
    assertThat(world.as(TINH_KY).refused("register-model", model)).isEqualTo("NOT_PERMITTED");
    String id = world.as(NGHIA_CHANH).give("register-model", model).path("id").asString();
    plan.report("R002-3", "2018", NGHIA_CHANH, "Đăng ký: Tuyến đường tự quản");
    plan.acceptReport("R002-3", "2018", NGHIA_CHANH, PARTY);
    world.clock().set("2018-03-01", 9);
    plan.askForReport("R002-4", "2018", PARTY, HOME_AFFAIRS, "");
    plan.report("R002-4", "2018", PARTY, "Một mô hình đã đăng ký");
    plan.acceptReport("R002-4", "2018", PARTY, HOME_AFFAIRS);
    return id;
  }

  private void reportsOfTheFirstYearInTimeAndLate() {
    world.clock().set("2018-09-29", 16);
    plan.report("R002-1", "2018", NGHIA_CHANH, "Kết quả phong trào năm 2018 của phường");
    world.clock().set("2018-09-30", 8);
    plan.report("R002-1", "2018", TINH_KY, "Kết quả phong trào năm 2018 của xã");
    assertThat(plan.seenReport("R002-1", "2018", NGHIA_CHANH).path("timeliness").asString())
        .isEqualTo("DONE_ON_TIME");
    assertThat(plan.seenReport("R002-1", "2018", TINH_KY).path("timeliness").asString())
        .isEqualTo("DONE_LATE");
    plan.returnReport("R002-1", "2018", TINH_KY, HOME_AFFAIRS, "Chưa nêu mô hình của xã");
    world.clock().set("2018-10-02", 8);
    plan.report("R002-1", "2018", TINH_KY, "Đã bổ sung mô hình của xã");
    for (String commune : List.of(NGHIA_CHANH, TINH_KY)) {
      plan.acceptReport("R002-1", "2018", commune, HOME_AFFAIRS);
    }
    theCityReportsToTheProvince();
  }

  /** Nobody asks for it: who has not reported is reminded, then told, then the city is. */
  private void theClockSpeaksOfAReportThatIsMissing() {
    world.until(
        "the clock's word",
        () ->
            plan.seenReport("R002-1", "2018", NGHIA_DONG)
                .path("timeline")
                .valueStream()
                .map(each -> each.path("name").asString())
                .toList()
                .containsAll(
                    List.of("report-reminded", "report-lapse-noticed", "report-escalated")));
  }

  private void theCityReportsToTheProvince() {
    world.clock().set("2018-10-10", 8);
    theClockSpeaksOfAReportThatIsMissing();
    String consolidation = plan.consolidate("R002-1", "2018", "Phong trào năm 2018 của thành phố");
    JsonNode made = world.as(HOME_AFFAIRS).ask("/api/consolidations/" + consolidation);
    assertThat(made.path("missing").size()).isEqualTo(UNITS - 2);
    plan.report("R002-2", "2018", CITY, "Báo cáo của thành phố năm 2018");
    plan.acceptReport("R002-2", "2018", CITY, PROVINCE);
  }

  private void aModelIsBuiltAssessedAndRewardedTwice(String model) {
    Map<String, Object> id = Map.of("modelId", model);
    world.clock().set("2018-10-12", 8);
    assertThat(world.as(CITY).refused("recognise-model", id)).isEqualTo("INVALID_STATE");
    world.as(NGHIA_CHANH).give("build-model", with(id, "result", "Ba tuyến đường, 120 hộ"));
    plan.handIn("A002-09", NGHIA_CHANH, "Mô hình Tuyến đường tự quản");
    world.clock().set("2018-10-20", 8);
    Map<String, Object> assessment = with(id, "assessment", "Duy trì tốt, dân đồng tình");
    assertThat(world.as(NGHIA_CHANH).refused("assess-model", assessment))
        .isEqualTo("NOT_PERMITTED");
    world.as(HOME_AFFAIRS).give("assess-model", assessment);
    plan.acceptResult("A002-09", NGHIA_CHANH, HOME_AFFAIRS);
    world.clock().set("2018-11-05", 8);
    world.as(CITY).give("recognise-model", with(id, "basis", "Quyết định 402/QĐ-UBND"));
    world.clock().set("2018-11-20", 8);
    world.as(CITY).give("reward-model", award(model, "COMMENDATION", "417/QĐ-UBND", "2018-11-20"));
    plan.finish("A002-10", CITY, "Giấy khen 417/QĐ-UBND", HOME_AFFAIRS);
    world.clock().set("2018-11-26", 8);
    Map<String, Object> merit = award(model, "CERTIFICATE_OF_MERIT", "2210/QĐ-UBND", "2018-12-20");
    assertThat(world.as(PROVINCE).refused("reward-model", merit)).isEqualTo("NOT_PERMITTED");
    Map<String, Object> proposal = new HashMap<>(id);
    proposal.putAll(
        Map.of("to", PROVINCE, "award", "CERTIFICATE_OF_MERIT", "basis", "Tờ trình 55/TTr-UBND"));
    world.as(HOME_AFFAIRS).give("propose-model", proposal);
    plan.finish("A002-11", CITY, "Tờ trình 55/TTr-UBND", HOME_AFFAIRS);
    world.clock().set("2018-12-20", 8);
    world.as(PROVINCE).give("reward-model", merit);
    assertThat(awards(model, "")).containsExactly("COMMENDATION", "CERTIFICATE_OF_MERIT");
    assertThat(awards(model, "?at=2018-11-30")).containsExactly("COMMENDATION");
    assertThat(awards(model, "?at=2018-11-19")).isEmpty();
  }

  private static Map<String, Object> award(
      String model, String kind, String decision, String decidedOn) {
    return Map.of("modelId", model, "award", kind, "decision", decision, "decidedOn", decidedOn);
  }

  private static Map<String, Object> with(Map<String, Object> id, String field, String value) {
    Map<String, Object> both = new HashMap<>(id);
    both.put(field, value);
    return both;
  }

  private List<String> awards(String model, String at) {
    return world
        .as("auditor")
        .ask("/api/models/" + model + at)
        .path("awards")
        .valueStream()
        .map(each -> each.path("award").asString())
        .toList();
  }

  private void aModelIsCopied(String model) {
    world.clock().set("2019-01-15", 8);
    Map<String, Object> copying = Map.of("modelId", model, "agency", NGHIA_DONG, "year", 2019);
    assertThat(world.as(NGHIA_DONG).refused("replicate-model", copying)).isEqualTo("NOT_PERMITTED");
    world.as(HOME_AFFAIRS).give("replicate-model", copying);
    String copies = "/api/models?plan=" + plan.id() + "&agency=" + NGHIA_DONG;
    world.until(
        "registration of the copy",
        () -> world.as(NGHIA_DONG).get(copies).path("total").asInt() == 1);
    JsonNode copy = world.as(NGHIA_DONG).get(copies).path("items").path(0);
    assertThat(copy.path("origin").asString()).isEqualTo(model);
    world
        .as(NGHIA_DONG)
        .give(
            "build-model",
            Map.of("modelId", copy.path("id").asString(), "result", "Một tuyến đường"));
  }

  /**
   * The yearly rule goes on; half way an interim review is held and the target is put in figures.
   */
  private void theMovementGoesOn() {
    world.clock().set("2019-06-28", 8);
    plan.review("INTERIM", HOME_AFFAIRS, "Phong trào đi vào nền nếp", List.of());
    world.clock().set("2019-07-01", 8);
    plan.amend(
        "Lượng hóa chỉ tiêu",
        "Kế hoạch 88/KH-UBND",
        "targets",
        plan.changed(
            "targets",
            "T002-1",
            Map.of(
                "comparison", "AT_LEAST",
                "value", 1,
                "unit", "mô hình/đơn vị",
                "byWhen", "2020-12-31")));
    world.until(
        "change of the target", () -> plan.seenTarget("T002-1").path("changes").asInt() == 1);
    assertThat(plan.seenTarget("T002-1").path("comparison").asString()).isEqualTo("AT_LEAST");
    world.clock().set("2019-09-20", 8);
    plan.report("R002-1", "2019", NGHIA_DONG, "Kết quả năm 2019");
    theClockOpens(2020);
    world.clock().set("2020-09-25", 8);
    plan.report("R002-1", "2020", NGHIA_CHANH, "Kết quả năm 2020");
    world.clock().set("2020-10-05", 8);
    plan.report("R002-1", "2020", NGHIA_DONG, "Kết quả năm 2020");
  }

  private void figures() {
    assertThat(plan.tasks("")).isEqualTo(Map.of("DONE_UNDATED", 3L, "OPEN_UNDATED", TASKS - 3L));
    assertThat(plan.reports(""))
        .isEqualTo(
            Map.of(
                "DONE_ON_TIME", 3L,
                "DONE_LATE", 2L,
                "OPEN_OVERDUE", YEARS * UNITS - 5,
                "DONE_UNDATED", 3L,
                "OPEN_UNDATED", YEARS * (UNITS + 1) - 2));
    assertThat(plan.reports("2018-09-30"))
        .isEqualTo(
            Map.of(
                "DONE_ON_TIME",
                1L,
                "OPEN_OVERDUE",
                UNITS - 1L,
                "DONE_UNDATED",
                2L,
                "OPEN_UNDATED",
                UNITS + 1L - 1));
  }

  private void history() {
    assertThat(plan.milestones())
        .containsExactly(
            "plan-issued",
            "plan-year-opened",
            "plan-reviewed",
            "plan-amended",
            "plan-year-opened",
            "plan-reviewed",
            "plan-concluded");
    assertThat(plan.history())
        .containsEntry("task-assigned", (long) TASKS)
        .containsEntry("model-registered", 2L)
        .containsEntry("model-rewarded", 2L)
        .containsEntry("model-replicated", 1L)
        .containsEntry("consolidation-forwarded", 1L)
        .containsEntry("target-changed", 1L);
  }

  private void theBrowserShowsModelAndAwards(String model) {
    try (Browser browser = new Browser(world.home())) {
      Page page = browser.signedIn(CITY, World.PASSWORD);
      browser.look(page, "/models?plan=" + plan.id(), "models");
      assertThat(page.locator("main")).containsText("Giấy khen");
      assertThat(page.locator("main")).containsText("Bằng khen");
      assertThat(page.locator("main")).containsText("2210/QĐ-UBND");
      assertThat(browser.errors()).isEmpty();
    }
    assertThat(world.as(PROVINCE).ask("/api/models/" + model).path("id").asString())
        .isEqualTo(model);
  }
}
