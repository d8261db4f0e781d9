package plantrail.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Plan 2765/KH-UBND of Quảng Nam: parts of its own for a dozen agencies, money by way of the
 * Department of Finance, and reports that are asked for as they are needed.
 */
@Order(4)
@Begins("2024-04-08")
class BudgetsOfPlan2765IT {
  private static final String PROVINCE = "QNA";
  private static final String HOME_AFFAIRS = "QNA.SNV";
  private static final String FINANCE = "QNA.STC";
  private static final String HEALTH = "QNA.SYT";
  private static final String ETHNIC = "QNA.BDT";
  private static final String CULTURE = "QNA.SVHTTDL";
  private static final String PARTY = "QNA.BDVTU";
  private static final String THANG_BINH = "QNA.513";
  private static final String NONG_SON = "QNA.519";
  private static final String TRUNG_PHUOC = "QNA.519.20656";
  private static final String NINH_PHUOC = "QNA.519.20668";

  private static final int DEPARTMENTS = 20;

  private final World world;
  private final PlayedPlan plan;

  BudgetsOfPlan2765IT(World world) {
    this.world = world;
    this.plan = new PlayedPlan(world, "quang-nam-2024-2765.yaml");
  }

  @Test
  void aPlanWithMoneyIsPlayed() {
    world.register("quang-nam-2024", Set.of(NONG_SON));
    plan.draftAndIssue("2024-04-08", "2024-04-12", "targets", "Bổ sung chỉ tiêu xóa nhà tạm");
    long tasks = plan.seen().path("tasks").path("total").asLong();
    eachOfTheNamedAgenciesHasItsParts();
    aDistrictIssuesItsOwnPlan();
    String budget = moneyIsAllocatedAndDisbursed();
    aDistrictPassesItsWorkOnToCommunes();
    reportsAreAskedForAsTheyAreNeeded();
    departmentsAreGivenADay();
    whatCameInIsMadeOne();
    leadersAreCounted();
    plan.reviewAndConclude(
        "2024-12-16",
        "Các nhiệm vụ cơ bản hoàn thành",
        List.of(Map.of("indicator", "Kinh phí đã giải ngân", "value", 470, "unit", "triệu đồng")),
        "2024-12-27");
    figures(tasks);
    history(tasks);
    theBrowserShowsTheMoney(budget);
  }

  private void eachOfTheNamedAgenciesHasItsParts() {
    assertThat(plan.reports("")).isEmpty();
    assertThat(agencies("III.2.h")).containsExactlyInAnyOrder("QNA.BCHQS", "QNA.BDBP", "QNA.CA");
    assertThat(agencies("III.2.g")).containsExactly(FINANCE);
    assertThat(agencies("III.2.l"))
        .containsExactlyInAnyOrder(
            "QNA.MTTQ", "QNA.LDLD", "QNA.HND", "QNA.LHPN", "QNA.DTN", "QNA.HCCB");
    assertThat(roles("A000-18", CULTURE))
        .containsExactlyInAnyOrder("LEAD", "COORDINATE", "ADVISE", "EXECUTE");
    assertThat(roles("A000-24", PARTY))
        .containsExactlyInAnyOrder("REQUEST", "LEAD", "COORDINATE", "EXECUTE");
  }

  private List<String> agencies(String item) {
    return world
        .as("auditor")
        .ask("/api/tasks?plan=" + plan.id() + "&item=" + item)
        .path("items")
        .valueStream()
        .map(each -> each.path("agency").asString())
        .distinct()
        .toList();
  }

  private List<String> roles(String duty, String agency) {
    return seenTask(plan.task(duty, agency))
        .path("roles")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private JsonNode seenTask(String task) {
    return world.as("auditor").ask("/api/tasks/" + task);
  }

  private void aDistrictIssuesItsOwnPlan() {
    world.clock().set("2024-05-06", 8);
    plan.issueOwn(THANG_BINH, "KH-UBND", "A000-01", Map.of("agencies", List.of(THANG_BINH)));
  }

  private String moneyIsAllocatedAndDisbursed() {
    world.clock().set("2024-05-13", 8);
    plan.finish("A000-20", FINANCE, "Tờ trình 96/TTr-STC", HOME_AFFAIRS);
    Map<String, Object> allocation =
        Map.of(
            "planId",
            plan.id(),
            "item",
            "III.2.ê",
            "agency",
            ETHNIC,
            "source",
            "Ngân sách tỉnh, chi thường xuyên",
            "amount",
            500_000_000,
            "basis",
            "Quyết định 1120/QĐ-UBND");
    assertThat(world.as(ETHNIC).refused("allocate-budget", allocation)).isEqualTo("NOT_PERMITTED");
    String id = world.as(PROVINCE).give("allocate-budget", allocation).path("id").asString();
    world.clock().set("2024-06-03", 8);
    world.as(ETHNIC).give("disburse-funds", voucher(id, "UNC 12/2024", 320_000_000));
    assertThat(world.as(HEALTH).refused("disburse-funds", voucher(id, "UNC 1/2024", 1)))
        .isEqualTo("NOT_PERMITTED");
    assertThat(
            world
                .as(ETHNIC)
                .faultyFields("disburse-funds", voucher(id, "UNC 15/2024", 200_000_000)))
        .containsExactly("amount");
    world.clock().set("2024-07-01", 8);
    world
        .as(ETHNIC)
        .give(
            "correct-disbursement",
            Map.of(
                "budgetId",
                id,
                "voucher",
                "UNC 12/2024",
                "amount",
                300_000_000,
                "reason",
                "Nhập nhầm số"));
    world
        .as(PROVINCE)
        .give(
            "correct-allocation",
            Map.of(
                "budgetId",
                id,
                "amount",
                480_000_000,
                "reason",
                "Tiết kiệm chi thường xuyên",
                "basis",
                "Công văn 4412/UBND-KTTH"));
    world.clock().set("2024-07-22", 8);
    world.as(ETHNIC).give("disburse-funds", voucher(id, "UNC 15/2024", 170_000_000));
    assertThat(money(id, "")).containsExactly(500_000_000, 480_000_000, 470_000_000);
    assertThat(money(id, "?at=2024-06-30")).containsExactly(500_000_000, 500_000_000, 320_000_000);
    return id;
  }

  private static Map<String, Object> voucher(String budget, String voucher, int amount) {
    return Map.of(
        "budgetId", budget, "voucher", voucher, "amount", amount, "purpose", "Tập huấn cấp huyện");
  }

  private List<Integer> money(String budget, String at) {
    JsonNode seen = world.as("auditor").ask("/api/budgets/" + budget + at);
    return List.of(
        seen.path("originalAmount").asInt(),
        seen.path("amount").asInt(),
        seen.path("disbursed").asInt());
  }

  /** One part in time, one on a later day that was asked for: the whole follows its parts. */
  private void aDistrictPassesItsWorkOnToCommunes() {
    plan.takeOn("A000-22", NONG_SON);
    String whole = plan.task("A000-22", NONG_SON);
    world
        .as(NONG_SON)
        .give(
            "delegate-task",
            Map.of(
                "taskId",
                whole,
                "parts",
                List.of(
                    Map.of("agency", TRUNG_PHUOC, "title", "Đối thoại", "due", "2024-08-15"),
                    Map.of("agency", NINH_PHUOC, "title", "Đối thoại", "due", "2024-08-15"))));
    world.until("tasks of the communes", () -> children(whole) == 2);
    world.clock().set("2024-08-09", 8);
    plan.finish(whole, TRUNG_PHUOC, "Đã đối thoại", NONG_SON);
    String later = plan.task(whole, NINH_PHUOC);
    world
        .as(NINH_PHUOC)
        .give(
            "request-extension",
            Map.of("taskId", later, "newDue", "2024-08-23", "reason", "Mưa lũ"));
    world
        .as(NONG_SON)
        .give(
            "grant-extension",
            Map.of(
                "taskId",
                later,
                "newDue",
                "2024-08-23",
                "reason",
                "Mưa lũ là có thật",
                "basis",
                "Công văn 318/UBND-VX"));
    world.until("half of the whole", () -> percent(whole) == 50);
    world.clock().set("2024-08-20", 8);
    plan.finish(whole, NINH_PHUOC, "Đã đối thoại", NONG_SON);
    JsonNode extended = seenTask(later);
    assertThat(extended.path("timeliness").asString()).isEqualTo("DONE_ON_TIME");
    assertThat(extended.path("originalTimeliness").asString()).isEqualTo("DONE_LATE");
    world.until("all of the whole", () -> percent(whole) == 100);
    plan.handIn("A000-22", NONG_SON, "Hai xã đã đối thoại");
    plan.acceptResult("A000-22", NONG_SON, HOME_AFFAIRS);
  }

  private int children(String task) {
    return world.as("auditor").get("/api/tasks/" + task).path("children").size();
  }

  private int percent(String task) {
    return world.as("auditor").get("/api/tasks/" + task).path("percent").asInt();
  }

  private void reportsAreAskedForAsTheyAreNeeded() {
    world.clock().set("2024-09-03", 8);
    for (String agency : List.of(ETHNIC, HEALTH, THANG_BINH)) {
      plan.askForReport("R000-1", "2024-Q3", agency, HOME_AFFAIRS, "2024-09-20");
    }
    world.clock().set("2024-09-20", 16);
    plan.report("R000-1", "2024-Q3", ETHNIC, "Kết quả và kiến nghị của ban");
    world.clock().set("2024-09-23", 8);
    plan.report("R000-1", "2024-Q3", HEALTH, "Kết quả và kiến nghị của sở");
    plan.acceptReport("R000-1", "2024-Q3", ETHNIC, HOME_AFFAIRS);
  }

  private void whatCameInIsMadeOne() {
    String made = plan.consolidate("R000-1", "2024-Q3", "Tổng hợp kết quả và kiến nghị");
    assertThat(
            world
                .as(PROVINCE)
                .ask("/api/consolidations/" + made)
                .path("missing")
                .valueStream()
                .map(each -> each.path("agency").asString()))
        .containsExactly(THANG_BINH);
  }

  private void departmentsAreGivenADay() {
    world.clock().set("2024-10-01", 8);
    plan.amend(
        "Ấn định thời hạn phân công",
        "Quyết định 2360/QĐ-UBND",
        "assignments",
        plan.changed(
            "assignments", "A000-29", Map.of("due", Map.of("bound", "BY", "date", "2024-10-31"))));
    world.until(
        "the new day",
        () ->
            world
                    .as("auditor")
                    .get("/api/tasks?plan=" + plan.id() + "&dueBefore=2024-11-01&size=1")
                    .path("total")
                    .asInt()
                == DEPARTMENTS + 2);
    world.clock().set("2024-10-31", 16);
    plan.finish("A000-29", HEALTH, "Phân công Phó Giám đốc", HOME_AFFAIRS);
    world.clock().set("2024-11-01", 8);
    plan.finish("A000-29", ETHNIC, "Phân công Phó Trưởng ban", HOME_AFFAIRS);
  }

  private void leadersAreCounted() {
    String target = plan.seenTarget("T000-2").path("id").asString();
    Map<String, Object> one =
        Map.of("targetId", target, "agency", HEALTH, "day", "2024-11-01", "value", 1);
    assertThat(world.as(ETHNIC).refused("record-measurement", one)).isEqualTo("NOT_PERMITTED");
    world.as(HEALTH).give("record-measurement", one);
    world
        .as(HOME_AFFAIRS)
        .give(
            "record-measurement",
            Map.of("targetId", target, "agency", ETHNIC, "day", "2024-11-01", "value", 2));
    assertThat(plan.seenTarget("T000-2").path("attainedBy").asInt()).isEqualTo(1);
    assertThat(plan.seenTarget("T000-2").path("measuredBy").asInt()).isEqualTo(2);
    assertThat(plan.seenTarget("T000-2").path("attainment").asString()).isEqualTo("NOT_ATTAINED");
  }

  private void figures(long tasks) {
    assertThat(plan.tasks(""))
        .isEqualTo(
            Map.of(
                "DONE_ON_TIME", 3L,
                "DONE_LATE", 1L,
                "OPEN_OVERDUE", DEPARTMENTS - 2L,
                "DONE_UNDATED", 3L,
                "OPEN_UNDATED", tasks - DEPARTMENTS - 3));
    assertThat(plan.tasks("2024-10-01"))
        .isEqualTo(
            Map.of(
                "DONE_ON_TIME",
                2L,
                "OPEN_IN_TIME",
                (long) DEPARTMENTS,
                "DONE_UNDATED",
                3L,
                "OPEN_UNDATED",
                tasks - DEPARTMENTS - 3));
    assertThat(plan.tasks("2024-04-30")).isEqualTo(Map.of("OPEN_UNDATED", tasks));
    assertThat(plan.reports(""))
        .isEqualTo(Map.of("DONE_ON_TIME", 1L, "DONE_LATE", 1L, "OPEN_OVERDUE", 1L));
    assertThat(plan.reports("2024-09-20"))
        .isEqualTo(Map.of("DONE_ON_TIME", 1L, "OPEN_IN_TIME", 2L));
  }

  private void history(long tasks) {
    assertThat(plan.milestones())
        .containsExactly("plan-issued", "plan-amended", "plan-reviewed", "plan-concluded");
    assertThat(plan.history())
        .containsEntry("task-assigned", tasks + 2)
        .containsEntry("task-fulfilled", 1L)
        .containsEntry("task-rescheduled", (long) DEPARTMENTS)
        .containsEntry("extension-granted", 1L)
        .containsEntry("budget-allocated", 1L)
        .containsEntry("allocation-corrected", 1L)
        .containsEntry("funds-disbursed", 2L)
        .containsEntry("disbursement-corrected", 1L)
        .containsEntry("measurement-recorded", 2L);
  }

  private void theBrowserShowsTheMoney(String budget) {
    try (Browser browser = new Browser(world.home())) {
      Page page = browser.signedIn(ETHNIC, World.PASSWORD);
      browser.look(page, "/budgets?plan=" + plan.id(), "budgets");
      assertThat(page.locator("main")).containsText(Pattern.compile("480[.\\s]000[.\\s]000"));
      assertThat(page.locator("main")).containsText("UNC 15/2024");
      assertThat(browser.errors()).isEmpty();
    }
    assertThat(world.as(ETHNIC).ask("/api/budgets/" + budget).path("agency").asString())
        .isEqualTo(ETHNIC);
  }
}
