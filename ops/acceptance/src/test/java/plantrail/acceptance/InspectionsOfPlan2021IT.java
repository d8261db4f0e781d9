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
 * The plan of 2021 that was published without a number: half-year and yearly reports, own plans of
 * the armed forces too, and the inspections of the Department of Home Affairs.
 */
@Order(2)
@Begins("2021-02-22")
class InspectionsOfPlan2021IT {
  private static final String PROVINCE = "GLA";
  private static final String HOME_AFFAIRS = "GLA.SNV";
  private static final String POLICE = "GLA.CA";
  private static final String HEALTH = "GLA.SYT";
  private static final String PLEIKU = "GLA.622";
  private static final String AYUN_PA = "GLA.624";
  private static final String KBANG = "GLA.625";

  /** Twenty departments and seventeen districts. */
  private static final int UNITS = 37;

  /** The communes of Ayun Pa. */
  private static final int COMMUNES = 8;

  private static final int ARMED_FORCES = 3;
  private static final int DISTRICTS = 17;
  private static final int TASKS =
      5 + 5 * UNITS + 4 * ARMED_FORCES + 3 * (UNITS + COMMUNES) + UNITS + DISTRICTS + 2 * COMMUNES;

  private final World world;
  private final PlayedPlan plan;

  InspectionsOfPlan2021IT(World world) {
    this.world = world;
    this.plan = new PlayedPlan(world, "province-2021.yaml");
  }

  @Test
  void aYearOfInspectionsIsPlayed() {
    world.register("gia-lai-2021", Set.of(AYUN_PA));
    plan.draftAndIssue("2021-02-22", "2021-02-25", "reportingRules", "Bổ sung chế độ báo cáo");
    assertThat(plan.tasks("")).isEqualTo(Map.of("OPEN_UNDATED", (long) TASKS));
    ownPlansOfThePoliceAndOfADistrict();
    halfYearReportsInTimeAndLate();
    theHalfYearIsConsolidatedReturnedAndSentAgain();
    theYearlyReportIsPutOff();
    String inspection = inspectionIsPlannedAndBegun();
    findingsBecomeTasks(inspection);
    whatWasFoundIsMendedAndTheInspectionClosed(inspection);
    aCityInspectsItself();
    indicesAreMeasured();
    yearlyReportsBeforeAndAfterTheNewDay();
    plan.reviewAndConclude(
        "2021-12-15",
        "Quy chế dân chủ ở cơ sở được thực hiện nghiêm túc",
        List.of(Map.of("indicator", "Đơn vị được kiểm tra", "value", 2, "unit", "đơn vị")),
        "2021-12-30");
    figures();
    history();
    theBrowserShowsTheInspection(inspection);
  }

  private void ownPlansOfThePoliceAndOfADistrict() {
    world.clock().set("2021-03-16", 9);
    plan.issueOwn(POLICE, "KH-CAT", "A004-10", Map.of("agencies", List.of(POLICE)));
    world.clock().set("2021-03-22", 9);
    String district =
        plan.issueOwn(
            AYUN_PA,
            "KH-UBND",
            "A004-06",
            Map.of("classes", List.of(Map.of("kind", "PEOPLES_COMMITTEE", "level", "COMMUNE"))));
    JsonNode cascade = world.as(AYUN_PA).get("/api/plans/" + district);
    assertThat(cascade.path("parent").asString()).isEqualTo(plan.id());
    world.until(
        "tasks of the communes",
        () ->
            world.as(AYUN_PA).get("/api/tasks?plan=" + district).path("total").asInt() == COMMUNES);
    assertThat(
            plan.seen().path("subPlans").valueStream().map(each -> each.path("issuer").asString()))
        .containsExactlyInAnyOrder(POLICE, AYUN_PA);
  }

  private void halfYearReportsInTimeAndLate() {
    world.clock().set("2021-05-09", 20);
    plan.report("R004-1", "2021-H1", KBANG, "Kết quả 6 tháng của huyện");
    world.clock().set("2021-05-10", 8);
    plan.report("R004-1", "2021-H1", HEALTH, "Kết quả 6 tháng của sở");
    assertThat(plan.seenReport("R004-1", "2021-H1", KBANG).path("timeliness").asString())
        .isEqualTo("DONE_ON_TIME");
    assertThat(plan.seenReport("R004-1", "2021-H1", HEALTH).path("timeliness").asString())
        .isEqualTo("DONE_LATE");
    for (String agency : List.of(KBANG, HEALTH)) {
      plan.acceptReport("R004-1", "2021-H1", agency, HOME_AFFAIRS);
    }
  }

  private void theHalfYearIsConsolidatedReturnedAndSentAgain() {
    world.clock().set("2021-05-20", 8);
    Map<String, Object> made =
        Map.of("consolidationId", plan.consolidate("R004-1", "2021-H1", "Tổng hợp 6 tháng"));
    Map<String, Object> returned = new HashMap<>(made);
    returned.put("reason", "Còn thiếu thành phố Pleiku");
    world.as(PROVINCE).give("return-consolidation", returned);
    assertThat(isStale(made)).isFalse();
    plan.report("R004-1", "2021-H1", PLEIKU, "Kết quả 6 tháng của thành phố");
    assertThat(isStale(made)).isTrue();
    world.as(HOME_AFFAIRS).give("renew-consolidation", made);
    assertThat(isStale(made)).isFalse();
    world.as(HOME_AFFAIRS).give("forward-consolidation", made);
    JsonNode sent = world.as(PROVINCE).ask("/api/consolidations/" + made.get("consolidationId"));
    assertThat(sent.path("state").asString()).isEqualTo("FORWARDED");
    assertThat(sent.path("missing").size()).isEqualTo(UNITS - 3);
    plan.report("R004-3-H", "2021-H1", HOME_AFFAIRS, "Báo cáo tổng hợp 6 tháng");
    plan.acceptReport("R004-3-H", "2021-H1", HOME_AFFAIRS, PROVINCE);
  }

  /** Whether its makers are told to make it anew. */
  private boolean isStale(Map<String, Object> made) {
    return world
        .as(HOME_AFFAIRS)
        .ask("/api/consolidations/" + made.get("consolidationId"))
        .path("stale")
        .asBoolean();
  }

  /** Both days stay known: the one first set and the one that holds. */
  private void theYearlyReportIsPutOff() {
    world.clock().set("2021-06-30", 8);
    plan.amend(
        "Các đơn vị tập trung phòng, chống dịch",
        "Công văn 845/UBND-NC",
        "reportingRules",
        plan.changed(
            "reportingRules",
            "R004-2",
            Map.of("due", Map.of("bound", "BEFORE", "date", "2021-11-15"))));
    world.until(
        "new day of the yearly reports",
        () -> dueOfYear(KBANG).equals("2021-11-14") && dueOfYear(HEALTH).equals("2021-11-14"));
    assertThat(plan.seen().path("version").asInt()).isEqualTo(2);
  }

  private String dueOfYear(String agency) {
    return plan.seenReport("R004-2", "2021", agency).path("due").asString();
  }

  private String inspectionIsPlannedAndBegun() {
    plan.takeOn("A004-03", HOME_AFFAIRS);
    Map<String, Object> inspection =
        Map.of(
            "planId",
            plan.id(),
            "inspector",
            HOME_AFFAIRS,
            "unit",
            KBANG,
            "plannedOn",
            "2021-07-15",
            "basis",
            "Kế hoạch 32/KH-SNV",
            "team",
            List.of(
                Map.of("name", "Trần Văn An", "position", "Trưởng đoàn"),
                Map.of("name", "Rơ Châm H'Yeo", "position", "Thành viên")));
    assertThat(world.as(HEALTH).refused("plan-inspection", inspection)).isEqualTo("NOT_PERMITTED");
    String id = world.as(HOME_AFFAIRS).give("plan-inspection", inspection).path("id").asString();
    plan.handIn("A004-03", HOME_AFFAIRS, "Kế hoạch kiểm tra 32/KH-SNV");
    plan.acceptResult("A004-03", HOME_AFFAIRS, PROVINCE);
    assertThat(inspection(id, "").path("state").asString()).isEqualTo("PLANNED");
    assertThat(inspection(id, "").path("team").size()).isEqualTo(2);
    world.clock().set("2021-07-15", 8);
    assertThat(world.as(KBANG).refused("begin-inspection", Map.of("inspectionId", id)))
        .isEqualTo("NOT_PERMITTED");
    world.as(HOME_AFFAIRS).give("begin-inspection", Map.of("inspectionId", id));
    return id;
  }

  private JsonNode inspection(String id, String at) {
    return world.as("auditor").ask("/api/inspections/" + id + at);
  }

  private void findingsBecomeTasks(String inspection) {
    world.clock().set("2021-07-16", 16);
    world
        .as(HOME_AFFAIRS)
        .give(
            "record-findings",
            Map.of(
                "inspectionId",
                inspection,
                "happenedOn",
                "2021-07-15",
                "findings",
                List.of("Ban chỉ đạo quy chế dân chủ chưa được kiện toàn"),
                "violations",
                List.of("Chưa niêm yết công khai phí, lệ phí"),
                "recommendations",
                List.of(
                    Map.of("text", "Niêm yết công khai phí, lệ phí", "due", "2021-07-31"),
                    Map.of("text", "Kiện toàn ban chỉ đạo", "due", "2021-08-15"))));
    world.until(
        "tasks of the inspected unit",
        () ->
            world.as(KBANG).get("/api/tasks?inspection=" + inspection).path("total").asInt() == 2);
    Map<String, Object> closing =
        Map.of("inspectionId", inspection, "conclusion", "Đơn vị đã khắc phục xong");
    assertThat(world.as(HOME_AFFAIRS).refused("close-inspection", closing))
        .isEqualTo("INVALID_STATE");
  }

  private void whatWasFoundIsMendedAndTheInspectionClosed(String inspection) {
    world.clock().set("2021-07-30", 8);
    plan.finish(inspection + "#1", KBANG, "Đã niêm yết", HOME_AFFAIRS);
    world.clock().set("2021-08-20", 8);
    plan.finish(inspection + "#2", KBANG, "Đã kiện toàn", HOME_AFFAIRS);
    world.clock().set("2021-08-25", 8);
    Map<String, Object> remedy = Map.of("inspectionId", inspection, "note", "Đã khắc phục đủ");
    assertThat(world.as(KBANG).refused("confirm-remedy", remedy)).isEqualTo("NOT_PERMITTED");
    world.as(HOME_AFFAIRS).give("confirm-remedy", remedy);
    world
        .as(HOME_AFFAIRS)
        .give(
            "close-inspection",
            Map.of("inspectionId", inspection, "conclusion", "Đơn vị đã khắc phục xong"));
    JsonNode closed = inspection(inspection, "");
    assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
    assertThat(timeliness(closed)).containsExactly("DONE_ON_TIME", "DONE_LATE");
    JsonNode before = inspection(inspection, "?at=2021-08-16");
    assertThat(before.path("state").asString()).isEqualTo("RECORDED");
    assertThat(timeliness(before)).containsExactly("DONE_ON_TIME", "OPEN_OVERDUE");
    assertThat(inspection(inspection, "?at=2021-07-15").path("state").asString())
        .isEqualTo("UNDER_WAY");
  }

  private static List<String> timeliness(JsonNode inspection) {
    return inspection
        .path("recommendations")
        .valueStream()
        .map(each -> each.path("timeliness").asString())
        .toList();
  }

  /** Nothing was found that had to be mended: it may be closed at once. */
  private void aCityInspectsItself() {
    world.clock().set("2021-09-10", 8);
    String own =
        world
            .as(PLEIKU)
            .give(
                "record-inspection",
                Map.of(
                    "planId",
                    plan.id(),
                    "inspector",
                    PLEIKU,
                    "unit",
                    PLEIKU,
                    "happenedOn",
                    "2021-09-09",
                    "findings",
                    List.of("Công khai, dân chủ được bảo đảm")))
            .path("id")
            .asString();
    world
        .as(PLEIKU)
        .give("close-inspection", Map.of("inspectionId", own, "conclusion", "Đạt yêu cầu"));
    assertThat(inspection(own, "").path("state").asString()).isEqualTo("CLOSED");
  }

  private void indicesAreMeasured() {
    JsonNode target = plan.seenTarget("T004-1");
    world
        .as(HOME_AFFAIRS)
        .give(
            "record-measurement",
            Map.of(
                "targetId",
                target.path("id").asString(),
                "agency",
                PROVINCE,
                "day",
                "2021-09-10",
                "value",
                83.7,
                "lastYear",
                82.9,
                "note",
                "PAR INDEX"));
    plan.askForReport("R004-3-D", "2021", HOME_AFFAIRS, HOME_AFFAIRS, "2021-09-30");
    plan.report("R004-3-D", "2021", HOME_AFFAIRS, "Báo cáo đột xuất về cải cách hành chính");
    JsonNode measured = plan.seenTarget("T004-1");
    assertThat(measured.path("attainment").asString()).isEqualTo("ATTAINED");
  }

  private void yearlyReportsBeforeAndAfterTheNewDay() {
    world.clock().set("2021-10-29", 8);
    plan.report("R004-2", "2021", KBANG, "Kết quả năm của huyện");
    world.clock().set("2021-11-10", 8);
    plan.report("R004-2", "2021", HEALTH, "Kết quả năm của sở");
    world.clock().set("2021-11-15", 8);
    plan.report("R004-2", "2021", PLEIKU, "Kết quả năm của thành phố");
    world.clock().set("2021-11-25", 8);
    plan.report("R004-3-Y", "2021", HOME_AFFAIRS, "Báo cáo tổng hợp năm");
    plan.acceptReport("R004-3-Y", "2021", HOME_AFFAIRS, PROVINCE);
  }

  private void figures() {
    assertThat(plan.tasks(""))
        .isEqualTo(
            Map.of(
                "DONE_ON_TIME", 1L,
                "DONE_LATE", 1L,
                "DONE_UNDATED", 3L,
                "OPEN_UNDATED", TASKS - 3L));
    assertThat(plan.tasks("2021-08-01"))
        .isEqualTo(
            Map.of(
                "DONE_ON_TIME", 1L,
                "OPEN_IN_TIME", 1L,
                "DONE_UNDATED", 3L,
                "OPEN_UNDATED", TASKS - 3L));
    assertThat(plan.reports(""))
        .isEqualTo(
            Map.of(
                "DONE_ON_TIME", 4L,
                "DONE_LATE", 3L,
                "OPEN_OVERDUE", 2L * UNITS - 6,
                "DONE_UNDATED", 2L,
                "OPEN_UNDATED", 1L));
    assertThat(plan.reportsAsFirstDue(""))
        .containsEntry("DONE_ON_TIME", 3L)
        .containsEntry("DONE_LATE", 4L);
    assertThat(plan.reports("2021-10-31"))
        .containsEntry("OPEN_OVERDUE", UNITS - 3L)
        .containsEntry("OPEN_IN_TIME", UNITS - 1L);
  }

  private void history() {
    assertThat(plan.milestones())
        .containsExactly("plan-issued", "plan-amended", "plan-reviewed", "plan-concluded");
    assertThat(plan.history())
        .containsEntry("task-assigned", TASKS + 2L)
        .containsEntry("task-fulfilled", 2L)
        .containsEntry("inspection-planned", 1L)
        .containsEntry("inspection-begun", 1L)
        .containsEntry("inspection-recorded", 2L)
        .containsEntry("remedy-confirmed", 1L)
        .containsEntry("inspection-closed", 2L)
        .containsEntry("report-rescheduled", (long) UNITS)
        .containsEntry("consolidation-returned", 1L);
  }

  private void theBrowserShowsTheInspection(String inspection) {
    try (Browser browser = new Browser(world.home())) {
      Page page = browser.signedIn(HOME_AFFAIRS, World.PASSWORD);
      browser.look(page, "/inspections?plan=" + plan.id(), "inspections-2021");
      assertThat(page.locator("main")).containsText("Chưa niêm yết công khai phí, lệ phí");
      assertThat(page.locator("main")).containsText("Đơn vị đã khắc phục xong");
      assertThat(browser.errors()).isEmpty();
    }
    assertThat(world.as(KBANG).ask("/api/inspections/" + inspection).path("state").asString())
        .isEqualTo("CLOSED");
  }
}
