package plantrail.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Decision 2311/QĐ-UBND of Khánh Hòa: a decision that promulgates a plan without an end, a yearly
 * report to two addressees, one of them through a channel, and the way of an obstacle upward.
 */
@Order(3)
@Begins("2022-08-08")
class ChannelsOfDecision2311IT {
  private static final String PROVINCE = "KHO";
  private static final String HOME_AFFAIRS = "KHO.SNV";
  private static final String PARTY = "KHO.BDVTU";
  private static final String COUNCIL = "KHO.HDND";
  private static final String HEALTH = "KHO.SYT";
  private static final String NHA_TRANG = "KHO.568";
  private static final String NINH_HOA = "KHO.572";
  private static final String KHANH_SON = "KHO.575";

  /** The broadcasting station, the school of politics, 21 departments and nine districts. */
  private static final int UNITS = 32;

  private final World world;
  private final PlayedPlan plan;

  ChannelsOfDecision2311IT(World world) {
    this.world = world;
    this.plan = new PlayedPlan(world, "khanh-hoa-2022-2311.yaml");
  }

  @Test
  void aDecisionWithoutAnEndIsPlayedOverTwoYears() {
    world.register("khanh-hoa-2022", Set.of());
    plan.draftAndIssue("2022-08-08", "2022-08-12", "targets", "Bổ sung chỉ tiêu cải cách");
    long tasks = everyUnitOwesOneReportOfTheFirstYear();
    aCityIssuesItsOwnPlan();
    String obstacle = anObstacleGoesUpAndComesBack();
    aHotSpotIsReportedOnDemand();
    reportsOnTheLastTimelyDay();
    theClockOpensTheNextYear();
    reportsToTwoAddressees();
    theChannelConsolidatesForTheCommitteeOnly();
    anInterimReportIsAdded();
    reportsOfTheSecondYear();
    plan.reviewAndConclude(
        "2023-12-20",
        "Các nhiệm vụ cơ bản hoàn thành",
        List.of(Map.of("indicator", "PAR Index", "value", 88.2, "unit", "điểm")),
        "2023-12-28");
    figures(tasks);
    history(tasks);
    theBrowserShowsTheObstacle(obstacle);
  }

  private long everyUnitOwesOneReportOfTheFirstYear() {
    JsonNode issued = plan.seen();
    assertThat(issued.path("kind").asString()).isEqualTo("QĐ");
    assertThat(issued.path("periodTo").isNull()).isTrue();
    assertThat(plan.reports("")).isEqualTo(Map.of("OPEN_IN_TIME", (long) UNITS));
    JsonNode report = plan.seenReport("R003-1", "2022", HEALTH);
    assertThat(report.path("due").asString()).isEqualTo("2022-12-14");
    assertThat(report.path("addressees").valueStream().map(each -> each.path("agency").asString()))
        .containsExactly(PROVINCE, PARTY);
    JsonNode requests = world.as("auditor").ask("/api/tasks?role=REQUEST&plan=" + plan.id());
    assertThat(requests.path("total").asInt()).isEqualTo(25);
    return issued.path("tasks").path("total").asLong();
  }

  private void aCityIssuesItsOwnPlan() {
    world.clock().set("2022-09-12", 8);
    plan.issueOwn(NHA_TRANG, "KH-UBND", "A003-04", Map.of("agencies", List.of(NHA_TRANG)));
  }

  private String anObstacleGoesUpAndComesBack() {
    world.clock().set("2022-09-20", 8);
    Map<String, Object> raising =
        Map.of(
            "planId",
            plan.id(),
            "taskId",
            plan.task("A003-02", KHANH_SON),
            "agency",
            KHANH_SON,
            "title",
            "Thiếu kinh phí tập huấn cán bộ dân vận thôn",
            "detail",
            "Ngân sách huyện miền núi chưa bố trí");
    assertThat(world.as(NHA_TRANG).refused("raise-obstacle", raising)).isEqualTo("NOT_PERMITTED");
    String id = world.as(KHANH_SON).give("raise-obstacle", raising).path("id").asString();
    assertThat(obstacle(id, "").path("holder").asString()).isEqualTo(HOME_AFFAIRS);
    world.clock().set("2022-09-26", 8);
    Map<String, Object> answer = Map.of("obstacleId", id, "answer", "Bổ sung từ nguồn dự phòng");
    assertThat(world.as(PROVINCE).refused("answer-obstacle", answer)).isEqualTo("NOT_PERMITTED");
    world
        .as(HOME_AFFAIRS)
        .give(
            "pass-on-obstacle",
            Map.of("obstacleId", id, "holder", PROVINCE, "note", "Vượt thẩm quyền của Sở"));
    world.clock().set("2022-10-03", 8);
    world.as(PROVINCE).give("answer-obstacle", answer);
    world.clock().set("2022-10-05", 8);
    world
        .as(KHANH_SON)
        .give("close-obstacle", Map.of("obstacleId", id, "remains", "Kinh phí năm sau"));
    JsonNode closed = obstacle(id, "");
    assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
    assertThat(closed.path("remains").asString()).isEqualTo("Kinh phí năm sau");
    assertThat(closed.path("path").valueStream().map(JsonNode::asString))
        .containsExactly(HOME_AFFAIRS, PROVINCE);
    assertThat(obstacle(id, "?at=2022-09-20").path("state").asString()).isEqualTo("RAISED");
    assertThat(obstacle(id, "?at=2022-10-02").path("state").asString()).isEqualTo("PASSED_ON");
    return id;
  }

  private JsonNode obstacle(String id, String at) {
    return world.as("auditor").ask("/api/obstacles/" + id + at);
  }

  private void aHotSpotIsReportedOnDemand() {
    world.clock().set("2022-10-17", 8);
    plan.askForReport("R003-3", "2022-M10", KHANH_SON, PROVINCE, "2022-10-20");
    world.clock().set("2022-10-20", 17);
    plan.report("R003-3", "2022-M10", KHANH_SON, "Tranh chấp đất đai đã được hòa giải");
    plan.acceptReport("R003-3", "2022-M10", KHANH_SON, COUNCIL);
  }

  private void reportsOnTheLastTimelyDay() {
    world.clock().set("2022-12-14", 16);
    plan.report("R003-1", "2022", HEALTH, "Kết quả năm 2022 của sở");
    plan.report("R003-1", "2022", NHA_TRANG, "Kết quả năm 2022 của thành phố");
  }

  /** Nobody asks for it: the plan has no end, and on 15 December a new year of reports begins. */
  private void theClockOpensTheNextYear() {
    world.clock().set("2022-12-15", 8);
    String next = "/api/reports?plan=" + plan.id() + "&rule=R003-1&period=2023";
    world.until(
        "reports of the next year",
        () -> world.as("auditor").get(next).path("total").asInt() == UNITS);
    assertThat(plan.seenReport("R003-1", "2023", HEALTH).path("due").asString())
        .isEqualTo("2023-12-14");
    assertThat(plan.milestones()).containsExactly("plan-issued", "plan-year-opened");
  }

  private void reportsToTwoAddressees() {
    plan.report("R003-1", "2022", NINH_HOA, "Kết quả năm 2022 của thị xã");
    plan.returnReport("R003-1", "2022", NHA_TRANG, HOME_AFFAIRS, "Thiếu số liệu đối thoại");
    world.clock().set("2022-12-16", 8);
    plan.report("R003-1", "2022", NHA_TRANG, "Đã bổ sung số liệu đối thoại");
    plan.acceptReport("R003-1", "2022", HEALTH, PARTY);
    plan.acceptReport("R003-1", "2022", NHA_TRANG, HOME_AFFAIRS);
    assertThat(
            world
                .as(NINH_HOA)
                .refused(
                    "accept-report", Map.of("reportId", plan.report("R003-1", "2022", NINH_HOA))))
        .isEqualTo("NOT_PERMITTED");
    plan.acceptReport("R003-1", "2022", NINH_HOA, PROVINCE);
  }

  private void theChannelConsolidatesForTheCommitteeOnly() {
    world.clock().set("2022-12-19", 8);
    Map<String, Object> making = plan.consolidation("R003-1", "2022", "Kết quả năm của tỉnh");
    assertThat(world.as(PARTY).refused("consolidate-reports", making)).isEqualTo("NOT_PERMITTED");
    String id = plan.consolidate("R003-1", "2022", "Kết quả năm của tỉnh");
    JsonNode sent = world.as(PROVINCE).ask("/api/consolidations/" + id);
    assertThat(sent.path("addressees").valueStream().map(JsonNode::asString))
        .containsExactly(PROVINCE);
    assertThat(sent.path("cameIn").size()).isEqualTo(3);
    assertThat(sent.path("missing").size()).isEqualTo(UNITS - 3);
    Map<String, Object> returning = Map.of("consolidationId", id, "reason", "Chưa đủ");
    assertThat(world.as(PARTY).refused("return-consolidation", returning))
        .isEqualTo("NOT_PERMITTED");
  }

  private void anInterimReportIsAdded() {
    world.clock().set("2023-02-15", 8);
    List<Map<String, Object>> rules = new ArrayList<>(plan.list("reportingRules"));
    Map<String, Object> halfYear = new HashMap<>(rules.getFirst());
    halfYear.putAll(
        Map.of(
            "id", "R003-4",
            "title", "Kết quả thực hiện kế hoạch 6 tháng đầu năm",
            "frequency", "HALF_YEAR",
            "due", Map.of("bound", "BEFORE", "date", "2023-06-15")));
    rules.add(halfYear);
    plan.amend("Theo dõi sát hơn", "Quyết định 310/QĐ-UBND", "reportingRules", rules);
    world.until(
        "reports of the new rule",
        () ->
            world
                    .as("auditor")
                    .get("/api/reports?plan=" + plan.id() + "&rule=R003-4&period=2023-H1")
                    .path("total")
                    .asInt()
                == UNITS);
  }

  private void reportsOfTheSecondYear() {
    world.clock().set("2023-06-14", 8);
    plan.report("R003-4", "2023-H1", HEALTH, "Kết quả 6 tháng của sở");
    world.clock().set("2023-06-15", 8);
    plan.report("R003-4", "2023-H1", NHA_TRANG, "Kết quả 6 tháng của thành phố");
    plan.finish("A003-02", HEALTH, "Đã thực hiện", HOME_AFFAIRS);
    world.clock().set("2023-12-08", 8);
    plan.report("R003-1", "2023", HEALTH, "Kết quả năm 2023 của sở");
  }

  private void figures(long tasks) {
    assertThat(plan.tasks("")).isEqualTo(Map.of("DONE_UNDATED", 2L, "OPEN_UNDATED", tasks - 2));
    assertThat(plan.tasks("2022-12-31"))
        .isEqualTo(Map.of("DONE_UNDATED", 1L, "OPEN_UNDATED", tasks - 1));
    assertThat(plan.reports(""))
        .isEqualTo(
            Map.of(
                "DONE_ON_TIME", 4L,
                "DONE_LATE", 3L,
                "OPEN_OVERDUE", 3L * UNITS - 6));
    assertThat(plan.reports("2022-12-14"))
        .isEqualTo(Map.of("DONE_ON_TIME", 3L, "OPEN_IN_TIME", UNITS - 2L));
    assertThat(plan.reports("2022-12-31"))
        .isEqualTo(
            Map.of(
                "DONE_ON_TIME",
                2L,
                "DONE_LATE",
                2L,
                "OPEN_OVERDUE",
                UNITS - 3L,
                "OPEN_IN_TIME",
                (long) UNITS));
  }

  private void history(long tasks) {
    assertThat(plan.milestones())
        .containsExactly(
            "plan-issued", "plan-year-opened", "plan-amended", "plan-reviewed", "plan-concluded");
    assertThat(plan.history())
        .containsEntry("task-assigned", tasks)
        .containsEntry("report-opened", 3L * UNITS + 1)
        .containsEntry("report-returned", 1L)
        .containsEntry("obstacle-raised", 1L)
        .containsEntry("obstacle-passed-on", 1L)
        .containsEntry("obstacle-answered", 1L)
        .containsEntry("obstacle-closed", 1L)
        .containsEntry("consolidation-forwarded", 1L);
  }

  private void theBrowserShowsTheObstacle(String obstacle) {
    try (Browser browser = new Browser(world.home())) {
      Page page = browser.signedIn(KHANH_SON, World.PASSWORD);
      browser.look(page, "/obstacles?plan=" + plan.id(), "obstacles");
      assertThat(page.locator("main")).containsText("Thiếu kinh phí tập huấn cán bộ dân vận thôn");
      assertThat(page.locator("main")).containsText("Bổ sung từ nguồn dự phòng");
      assertThat(browser.errors()).isEmpty();
    }
    assertThat(world.as(KHANH_SON).ask("/api/obstacles/" + obstacle).path("agency").asString())
        .isEqualTo(KHANH_SON);
  }
}
