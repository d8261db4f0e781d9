package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.budget.DisbursementCorrected;
import plantrail.kernel.budget.FundsDisbursed;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.consolidation.ConsolidationCorrected;
import plantrail.kernel.consolidation.ConsolidationForwarded;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.model.ModelAssessed;
import plantrail.kernel.model.ModelBuilt;
import plantrail.kernel.model.ModelRecognised;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.model.ModelRewarded;
import plantrail.kernel.obstacle.ObstacleAnswered;
import plantrail.kernel.obstacle.ObstaclePassedOn;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanReturned;
import plantrail.kernel.plan.PlanRevised;
import plantrail.kernel.plan.PlanSubmitted;
import plantrail.kernel.plan.StatedFigure;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskResultReturned;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.workflow.Workflows;
import tools.jackson.databind.JsonNode;

/** A year of a small province, asked for over HTTP. */
class QueryHttpIT extends QuerySideTest {
  private final PlanDrafted draft = Story.drafted("2025", Story.draft("HGI", "HGI.SNV"));
  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final PlanIssued other = Story.plan("5", "CBA", null);
  private final TaskAssigned late =
      Story.task(plan, "A4", "HGI.026", LocalDate.of(2024, 5, 10), DutyRole.LEAD);
  private final TaskAssigned overdue =
      Story.task(plan, "A4", "HGI.027", LocalDate.of(2024, 5, 10), DutyRole.LEAD);
  private final TaskAssigned commune =
      Story.task(plan, "A2", "HGI.026.01", LocalDate.of(2025, 1, 2), DutyRole.EXECUTE);
  private final TaskAssigned asked = Story.task(plan, "A3", "HGI.STC", null, DutyRole.REQUEST);
  private final ReportOpened report =
      Story.report(
          plan, new Period(Frequency.QUARTER, 2024, 1), "HGI.026", LocalDate.of(2024, 3, 14));
  private final ReportOpened second =
      Story.report(
          plan, new Period(Frequency.QUARTER, 2024, 2), "HGI.026", LocalDate.of(2024, 6, 14));
  private final InspectionRecorded inspection = Story.inspection(plan, "HGI.027");
  private final TaskAssigned remedy = Story.remedy(plan, inspection);

  private final ObstacleRaised obstacle =
      Story.obstacle(plan, "HGI.026", "Thiếu kinh phí đối thoại");

  private final ReportsConsolidated consolidation = Story.consolidation(plan, second, "HGI.027");
  private final BudgetAllocated budget = Story.budget(plan, "HGI.026", "Ngân sách tỉnh");
  private final ModelRegistered model = Story.model(plan, "HGI.026", "Tuyến đường tự quản");

  @BeforeAll
  void aYear() {
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append("2024-02-20T02:00:00Z", draft, new PlanSubmitted(draft.draftId(), "Đã lấy ý kiến"));
    log.append("2024-02-22T02:00:00Z", new PlanReturned(draft.draftId(), "Thiếu căn cứ"));
    log.append("2024-02-23T02:00:00Z", new PlanRevised(draft.draftId(), draft.content()));
    log.append("2024-02-28T02:00:00Z", plan, late, overdue, commune, asked, report, second);
    log.append("2024-02-28T03:00:00Z", other);
    log.append("2024-03-01T02:00:00Z", new TaskAccepted(late.taskId()));
    log.append(
        "2024-03-13T02:00:00Z",
        new ReportSubmitted(report.reportId(), "Đã làm", LocalDate.of(2024, 3, 12), List.of()));
    log.append("2024-03-20T02:00:00Z", new ReportReturned(report.reportId(), "Thiếu số liệu"));
    log.append(
        "2024-03-22T02:00:00Z",
        new ReportSubmitted(report.reportId(), "Đã làm lại", LocalDate.of(2024, 3, 21), List.of()));
    log.append(
        "2024-04-01T02:00:00Z",
        new ProgressReported(
            late.taskId(),
            40,
            "Đã có dự thảo",
            List.of(new StatedFigure("Thủ tục đã rà soát", new BigDecimal(1200), "thủ tục")),
            List.of()),
        new ProgressReported(late.taskId(), 60, null, List.of(), List.of()));
    log.append(
        "2024-05-09T02:00:00Z",
        new TaskResultSubmitted(
            late.taskId(), "Kế hoạch", LocalDate.of(2024, 5, 9), List.of(), null));
    log.append("2024-05-12T02:00:00Z", new TaskResultReturned(late.taskId(), "Thiếu chữ ký"));
    log.append(
        "2024-05-20T02:00:00Z",
        new TaskResultSubmitted(
            late.taskId(), "Kế hoạch đã ký", LocalDate.of(2024, 5, 20), List.of(), null));
    log.append("2024-05-21T02:00:00Z", new TaskResultAccepted(late.taskId(), null));
    log.append(
        "2024-06-10T02:00:00Z",
        new ReportRescheduled(
            second.reportId(),
            second.due(),
            LocalDate.of(2024, 7, 5),
            "Lùi hạn chung",
            "Công văn 12/UBND"));
    log.append("2024-06-11T02:00:00Z", inspection, remedy);
    log.append("2024-06-12T02:00:00Z", obstacle);
    log.append(
        "2024-06-12T02:30:00Z",
        budget,
        new FundsDisbursed(
            budget.budgetId(), "UNC 1", 86_500_000, "Tập huấn", LocalDate.of(2024, 4, 22)),
        new DisbursementCorrected(budget.budgetId(), "UNC 1", 86_500_000, 85_600_000, "Nhầm số"));
    log.append("2024-06-12T03:00:00Z", Story.target(plan), Story.measured(plan, "Theo cổng"));
    log.append(
        "2024-06-12T04:00:00Z",
        model,
        new ModelBuilt(model.modelId(), "Ba tuyến đường"),
        new ModelAssessed(model.modelId(), "HGI.SNV", "Tốt"),
        new ModelRecognised(model.modelId(), null),
        new ModelRewarded(
            model.modelId(),
            "HGI",
            AwardKind.CERTIFICATE_OF_MERIT,
            "417/QĐ-UBND",
            LocalDate.of(2024, 6, 12),
            null));
    log.append(
        "2024-06-13T02:00:00Z",
        new ObstaclePassedOn(obstacle.obstacleId(), "HGI.SNV", "HGI", "Vượt thẩm quyền"),
        new ObstacleAnswered(obstacle.obstacleId(), "HGI", "Bổ sung kinh phí"));
    String made = consolidation.consolidationId();
    String indicator = second.form().getFirst().id();
    log.append("2024-06-17T02:00:00Z", consolidation);
    log.append(
        "2024-06-18T02:00:00Z",
        new ConsolidationCorrected(
            made, List.of(new Figure(indicator, "1180")), null, "Trùng", List.of()));
    log.append(
        "2024-06-19T02:00:00Z",
        new ConsolidationForwarded(made, List.of("HGI"), null, LocalDate.of(2024, 6, 19)));
    settle();
  }

  @Test
  void aTaskShowsWhereItStandsAndWhatHappened() {
    Answer task = get("auditor", "/api/tasks/" + late.taskId());
    assertThat(task.status()).isEqualTo(200);
    assertThat(task.json().path("agencyName").asString()).isEqualTo("UBND huyện Đồng Văn");
    assertThat(task.json().path("progress").asString()).isEqualTo("COMPLETED");
    assertThat(task.json().path("percent").asInt()).isEqualTo(100);
    assertThat(task.json().path("timeliness").asString()).isEqualTo("DONE_LATE");
    assertThat(task.json().path("handedInOn").asString()).isEqualTo("2024-05-20");
    assertThat(task.json().path("due").asString()).isEqualTo("2024-05-10");
    assertThat(task.json().path("figures").path(0).path("value").asInt()).isEqualTo(1200);
    assertThat(page("auditor", "vi", "/tasks/" + late.taskId()).body())
        .containsPattern("Thủ tục đã rà soát: 1.200.thủ tục");
    assertThat(task.json().path("timeline").valueStream().map(e -> e.path("name").asString()))
        .containsExactly(
            "task-assigned",
            "task-accepted",
            "progress-reported",
            "progress-reported",
            "task-result-submitted",
            "task-result-returned",
            "task-result-submitted",
            "task-result-accepted");
  }

  @Test
  void aRequestWithoutADayIsNeverInBreach() {
    Answer task = get("auditor", "/api/tasks/" + asked.taskId());
    assertThat(task.json().path("timeliness").asString()).isEqualTo("OPEN_UNDATED");
    assertThat(task.json().path("request").asBoolean()).isTrue();
    assertThat(task.json().path("due").isNull()).isTrue();
  }

  @Test
  void aPlanShowsItsRulesAndCountsItsDuties() {
    Answer answer = get("auditor", "/api/plans/" + plan.planId());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("document").asString()).isEqualTo("73/KH-UBND");
    assertThat(answer.json().path("issuerName").asString()).isEqualTo("UBND tỉnh Hà Giang");
    assertThat(answer.json().path("focalName").asString()).isEqualTo("Sở Nội vụ");
    assertThat(answer.json().path("signer").path("name").asString()).isEqualTo("Trần Đức Quý");
    assertThat(answer.json().path("reportingRules").path(0).path("due").path("day").asInt())
        .isEqualTo(15);
    var inForce = answer.json().path("rulesInForce");
    assertThat(inForce.path("calendar").asInt()).isEqualTo(12);
    assertThat(inForce.path("remindBefore").valueStream().map(e -> e.asInt()))
        .containsExactly(7, 3, 1);
    assertThat(inForce.path("escalateAfter").asInt()).isEqualTo(5);
    assertThat(inForce.path("workflows").asInt()).isEqualTo(Workflows.VERSION);
    var counts = answer.json().path("tasks");
    assertThat(counts.path("total").asInt()).isEqualTo(5);
    assertThat(counts.path("byState").path("COMPLETED").asInt()).isEqualTo(1);
    assertThat(counts.path("byTimeliness").path("DONE_LATE").asInt()).isEqualTo(1);
    assertThat(counts.path("byTimeliness").path("OPEN_OVERDUE").asInt()).isEqualTo(2);
    assertThat(counts.path("byTimeliness").path("OPEN_IN_TIME").asInt()).isEqualTo(1);
    assertThat(counts.path("byTimeliness").path("OPEN_UNDATED").asInt()).isEqualTo(1);
    assertThat(counts.path("dueSoon").asInt()).isEqualTo(1);
    assertThat(answer.json().path("reports").path("byTimeliness").path("DONE_LATE").asInt())
        .isEqualTo(1);
    assertThat(answer.json().path("items").path(1).path("tasks").path("total").asInt())
        .isEqualTo(4);
    assertThat(answer.json().path("items").path(2).path("tasks").path("total").asInt()).isZero();
  }

  @Test
  void theMatrixHasARowForEachAgencyAndAColumnForEachPeriod() {
    Answer matrix = get("auditor", "/api/plans/" + plan.planId() + "/report-matrix");
    assertThat(matrix.json().path("columns").valueStream().map(e -> e.path("period").asString()))
        .containsExactly("2024-Q1", "2024-Q2");
    var cells = matrix.json().path("rows").path(0).path("cells");
    assertThat(cells.path(0).path("timeliness").asString()).isEqualTo("DONE_LATE");
    assertThat(cells.path(1).path("timeliness").asString()).isEqualTo("OPEN_OVERDUE");
    assertThat(get("auditor", "/api/plans/none/report-matrix").code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void anObstacleIsSeenByThoseOnItsWayAndActedOnByWhoeverHasIt() {
    String path = "/api/obstacles/" + obstacle.obstacleId();
    for (String code : List.of("HGI", "HGI.SNV", "HGI.026", "auditor")) {
      JsonNode shown = get(code, path).json();
      assertThat(shown.path("state").asString()).as(code).isEqualTo("ANSWERED");
      assertThat(shown.path("path").valueStream().map(JsonNode::asString))
          .containsExactly("HGI.SNV", "HGI");
      assertThat(shown.path("timeline").size()).isEqualTo(3);
      assertThat(shown.path("stale").asBoolean()).isFalse();
      assertThat(shown.path("steps").valueStream().map(JsonNode::asString))
          .isEqualTo(code.equals("HGI.026") ? List.of("close-obstacle") : List.of());
    }
    for (String code : List.of("HGI.027", "HGI.026.01", "CBA")) {
      assertThat(get(code, path).status()).as(code).isEqualTo(404);
      assertThat(get(code, "/api/obstacles").json().path("total").asInt()).isZero();
      assertThat(
              get(code, "/api/history", "subject", obstacle.obstacleId())
                  .json()
                  .path("total")
                  .asInt())
          .isZero();
    }
    assertThat(get("HGI.SNV", path, "at", "2024-06-12").json().path("holder").asString())
        .isEqualTo("HGI.SNV");
    assertThat(get("HGI", path, "at", "2024-06-12").status()).isEqualTo(404);
    assertThat(get("HGI", "/api/obstacles", "agency", "HGI.026", "state", "ANSWERED").items("id"))
        .containsExactly(obstacle.obstacleId());
    assertThat(get("HGI", "/api/obstacles", "state", "CLOSED").items("id")).isEmpty();
    assertThat(get("HGI", "/api/obstacles", "q", "kinh phi").items("id")).hasSize(1);
  }

  @Test
  void aConsolidationIsItsMakersAloneUntilItIsSent() {
    String path = "/api/consolidations/" + consolidation.consolidationId();
    for (String code : List.of("HGI", "HGI.SNV", "auditor")) {
      JsonNode shown = get(code, path).json();
      assertThat(shown.path("state").asString()).as(code).isEqualTo("FORWARDED");
      assertThat(shown.path("missing").path(0).path("agency").asString()).isEqualTo("HGI.027");
      assertThat(shown.path("computed").path(0).path("value").asString()).isEqualTo("1200");
      assertThat(shown.path("figures").path(0).path("value").asString()).isEqualTo("1180");
      assertThat(shown.path("timeline").size()).isEqualTo(3);
      assertThat(shown.path("steps").valueStream().map(JsonNode::asString))
          .isEqualTo(code.equals("HGI") ? List.of("return-consolidation") : List.of());
    }
    for (String code : List.of("HGI.026", "HGI.027", "CBA")) {
      assertThat(get(code, path).status()).as(code).isEqualTo(404);
      assertThat(get(code, "/api/consolidations").json().path("total").asInt()).isZero();
    }
    JsonNode before = get("HGI.SNV", path, "at", "2024-06-17").json();
    assertThat(before.path("state").asString()).isEqualTo("PREPARED");
    assertThat(before.path("figures")).isEqualTo(before.path("computed"));
    assertThat(
            get("HGI", "/api/consolidations", "plan", plan.planId(), "period", "2024-Q2")
                .items("id"))
        .containsExactly(consolidation.consolidationId());
    assertThat(get("HGI", "/api/consolidations", "q", "bao cao").items("id")).hasSize(1);
    assertThat(get("HGI", "/api/consolidations", "state", "RETURNED").items("id")).isEmpty();
  }

  @Test
  void aBudgetShowsWhatIsDisbursedToThoseItConcerns() {
    String path = "/api/budgets/" + budget.budgetId();
    for (String code : List.of("HGI", "HGI.SNV", "HGI.026", "auditor")) {
      JsonNode shown = get(code, path).json();
      assertThat(shown.path("amount").asLong()).as(code).isEqualTo(1_250_000_000L);
      assertThat(shown.path("disbursed").asLong()).isEqualTo(85_600_000L);
      assertThat(shown.path("disbursements").path(0).path("voucher").asString()).isEqualTo("UNC 1");
      assertThat(shown.path("timeline").size()).isEqualTo(3);
    }
    assertThat(get("HGI.026", path).json().path("steps").valueStream().map(JsonNode::asString))
        .containsExactly("disburse-funds", "correct-disbursement");
    for (String code : List.of("HGI.027", "CBA")) {
      assertThat(get(code, path).status()).as(code).isEqualTo(404);
      assertThat(get(code, "/api/budgets").json().path("total").asInt()).isZero();
    }
    assertThat(get("HGI", "/api/budgets", "plan", plan.planId(), "agency", "HGI.026").items("id"))
        .containsExactly(budget.budgetId());
    assertThat(get("HGI", "/api/budgets", "at", "2024-06-11").items("id")).isEmpty();
  }

  @Test
  void aModelIsSeenWithItsAwardsByThoseItConcerns() {
    String path = "/api/models/" + model.modelId();
    JsonNode shown = get("HGI.026", path).json();
    assertThat(shown.path("state").asString()).isEqualTo("REWARDED");
    assertThat(shown.path("awards").path(0).path("decision").asString()).isEqualTo("417/QĐ-UBND");
    assertThat(shown.path("steps").size()).isZero();
    assertThat(get("HGI", path).json().path("steps").valueStream().map(JsonNode::asString))
        .containsExactly("propose-model", "replicate-model", "withdraw-model");
    for (String code : List.of("HGI.027", "CBA")) {
      assertThat(get(code, path).status()).as(code).isEqualTo(404);
      assertThat(get(code, "/api/models").json().path("total").asInt()).isZero();
    }
    assertThat(get("HGI", "/api/models", "state", "REWARDED", "year", "2024").items("id"))
        .containsExactly(model.modelId());
    assertThat(get("HGI", "/api/models", "at", "2024-06-11").items("id")).isEmpty();
  }

  @Test
  void aTargetShowsWhetherItIsAttainedAndToEachAgencyItsOwnValues() {
    String path = "/api/targets/" + Story.target(plan).targetId();
    JsonNode shown = get("HGI", path).json();
    assertThat(shown.path("attainment").asString()).isEqualTo("ATTAINED");
    assertThat(shown.path("measurements").path(0).path("value").decimalValue())
        .isEqualByComparingTo("98.4");
    assertThat(get("HGI.026", path).json().path("measuredBy").asInt()).isEqualTo(1);
    assertThat(get("HGI.027", path).json().path("measuredBy").asInt()).isZero();
    assertThat(get("HGI.027", path).json().path("attainment").asString()).isEqualTo("NOT_MEASURED");
    assertThat(get("CBA", path).status()).isEqualTo(404);
    assertThat(get("HGI", "/api/targets", "at", "2024-06-11").items("id")).isEmpty();
  }

  @Test
  void anInspectionShowsWhatBecameOfItsRecommendations() {
    Answer answer = get("auditor", "/api/inspections/" + inspection.inspectionId());
    var advice = answer.json().path("recommendations").path(0);
    assertThat(advice.path("task").asString()).isEqualTo(remedy.taskId());
    assertThat(advice.path("progress").asString()).isEqualTo("ASSIGNED");
    assertThat(advice.path("timeliness").asString()).isEqualTo("OPEN_OVERDUE");
    assertThat(get("auditor", "/api/inspections", "agency", "HGI.027").items("unitName"))
        .containsExactly("UBND huyện Mèo Vạc");
  }

  @Test
  void theOverviewCountsByPlanAgencyAndMonthWithTheWorstFirst() {
    Answer overview = get("auditor", "/api/overview", "year", "2024");
    var json = overview.json();
    // The undated request belongs to a plan that runs in 2024; the task due in 2025 does not count.
    assertThat(json.path("tasks").path("total").asInt()).isEqualTo(4);
    assertThat(json.path("reports").path("total").asInt()).isEqualTo(2);
    assertThat(json.path("agencies").path(0).path("agency").asString()).isEqualTo("HGI.027");
    assertThat(json.path("agencies").path(1).path("agencyName").asString())
        .isEqualTo("UBND huyện Đồng Văn");
    assertThat(json.path("plans").path(0).path("document").asString()).isEqualTo("73/KH-UBND");
    assertThat(json.path("months").valueStream().map(e -> e.path("month").asString()))
        .containsExactly("2024-03", "2024-05", "2024-07");
    assertThat(json.path("months").path(1).path("tasks").path("OPEN_OVERDUE").asInt()).isEqualTo(1);
  }

  @Test
  void aScorecardShowsAnAgencyAndThoseBelowIt() {
    Answer card = get("auditor", "/api/agencies/HGI.026/scorecard");
    assertThat(card.json().path("tasks").path("total").asInt()).isEqualTo(1);
    assertThat(card.json().path("reports").path("total").asInt()).isEqualTo(2);
    assertThat(card.json().path("subordinates").path(0).path("agency").asString())
        .isEqualTo("HGI.026.01");
    assertThat(get("auditor", "/api/agencies/none/scorecard").code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void theHistoryTellsWhoDidWhatAndWhy() {
    Answer history = get("auditor", "/api/history", "subject", report.reportId());
    assertThat(history.items("name"))
        .containsExactly(
            "report-opened", "report-submitted", "report-returned", "report-submitted");
    var returned = history.json().path("items").path(2);
    assertThat(returned.path("reason").asString()).isEqualTo("Thiếu số liệu");
    assertThat(returned.path("actorName").asString()).isEqualTo("bà Hoa");
    assertThat(returned.path("agencyName").asString()).isEqualTo("Sở Nội vụ");
    assertThat(returned.path("payload").path("reportId").asString()).isEqualTo(report.reportId());
    var submitted = history.json().path("items").path(1);
    assertThat(submitted.path("happenedOn").asString()).isEqualTo("2024-03-12");
    assertThat(submitted.path("recordedAt").asString()).isEqualTo("2024-03-13T02:00:00Z");
    assertThat(submitted.path("plan").asString()).isEqualTo(plan.planId());
    assertThat(
            get("auditor", "/api/history", "plan", plan.planId(), "name", "task-assigned")
                .items("name"))
        .hasSize(5);
    assertThat(get("auditor", "/api/history", "since", "17", "actor", "nobody").items("name"))
        .isEmpty();
  }

  @Test
  void thePastIsShownAsItStoodOnADayAtAMomentAndAtAPosition() {
    String path = "/api/tasks/" + late.taskId();
    assertThat(get("auditor", path, "at", "2024-05-10").json().path("timeliness").asString())
        .isEqualTo("DONE_ON_TIME");
    var returned = get("auditor", path, "at", "2024-05-12").json();
    assertThat(returned.path("progress").asString()).isEqualTo("RETURNED");
    assertThat(returned.path("timeliness").asString()).isEqualTo("OPEN_OVERDUE");
    assertThat(returned.path("handedInOn").isNull()).isTrue();
    assertThat(returned.path("steps").size()).isZero();
    assertThat(returned.path("timeline").size()).isEqualTo(6);
    // Recorded at 09:00 in Vietnam: a moment before is still without it.
    assertThat(
            get("auditor", path, "at", "2024-05-12T08:59:59+07:00")
                .json()
                .path("progress")
                .asString())
        .isEqualTo("SUBMITTED");
    long position = returned.path("asOf").path("position").asLong();
    assertThat(get("auditor", path, "at", "#" + (position - 1)).json().path("progress").asString())
        .isEqualTo("SUBMITTED");
    assertThat(get("auditor", path, "at", "#" + position).json().path("progress").asString())
        .isEqualTo("RETURNED");
    // Two changes in one batch: the version between them is there.
    long second =
        get("auditor", "/api/history", "subject", late.taskId(), "name", "progress-reported")
            .json()
            .path("items")
            .path(1)
            .path("position")
            .asLong();
    assertThat(get("auditor", path, "at", "#" + (second - 1)).json().path("percent").asInt())
        .isEqualTo(40);
    assertThat(get("auditor", path, "at", "#" + second).json().path("percent").asInt())
        .isEqualTo(60);
    assertThat(get("auditor", path, "at", "2024-02-27").code()).isEqualTo("NOT_FOUND");
    assertThat(get("auditor", "/api/tasks", "at", "2019-12-31").json().path("total").asInt())
        .isZero();
    assertThat(
            get("auditor", "/api/overview", "at", "2024-03-31")
                .json()
                .path("tasks")
                .path("total")
                .asInt())
        .isEqualTo(4);
  }

  @Test
  void aMomentThatIsMalformedOrHasNotComeIsRefusedWithTheExpectedForms() {
    for (String at :
        List.of(
            "30/06/2024",
            "#x",
            "#-1",
            "#999999",
            "2025-01-01",
            "2024-13-01",
            "2024-06-30T10:00:00",
            "2099-01-01T00:00:00Z",
            "-5000-01-01",
            "-999999999-01-01T00:00:00Z",
            "#")) {
      Answer answer = get("auditor", "/api/tasks", "at", at);
      assertThat(answer.status()).as(at).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("INVALID_ARGUMENT");
      assertThat(answer.faultyFields()).containsExactly("at");
    }
    assertThat(
            get("auditor", "/api/tasks", "at", "x")
                .json()
                .path("errors")
                .path(0)
                .path("message")
                .asString())
        .contains("2024-06-30", "#4711", "x");
  }

  @Test
  void aQuestionWaitsForOnesOwnWriteAndGivesUpInTime() {
    String mark = log().append("2024-12-30T02:00:00Z", new TaskAccepted(commune.taskId()));
    Answer seen = get("auditor", "/api/tasks/" + commune.taskId(), "after", mark);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.json().path("progress").asString()).isEqualTo("ACCEPTED");
    Answer waited = get("auditor", "/api/tasks", "after", "nothing@7");
    assertThat(waited.status()).isEqualTo(504);
    assertThat(waited.code()).isEqualTo("NOT_YET");
    for (String after : List.of("x", "@1", "x@", "x@-1", "x@y")) {
      assertThat(get("auditor", "/api/tasks", "after", after).faultyFields())
          .containsExactly("after");
    }
  }

  @Test
  void listsArePagedSortedAndCounted() {
    Answer first = get("auditor", "/api/agencies", "size", "3", "sort", "name");
    Answer second = get("auditor", "/api/agencies", "size", "3", "page", "1", "sort", "name");
    Answer third = get("auditor", "/api/agencies", "size", "3", "page", "2", "sort", "name");
    assertThat(first.json().path("total").asInt()).isEqualTo(7);
    assertThat(third.json().path("total").asInt()).isEqualTo(7);
    assertThat(first.items("name"))
        .containsExactly("Sở Nội vụ", "Sở Tài chính", "UBND huyện Đồng Văn");
    assertThat(second.items("name"))
        .containsExactly("UBND huyện Mèo Vạc", "UBND tỉnh Cao Bằng", "UBND tỉnh Hà Giang");
    assertThat(third.items("name")).containsExactly("UBND xã Lũng Cú");
    assertThat(get("auditor", "/api/agencies", "sort", "-code").items("code").getFirst())
        .isEqualTo("HGI.STC");
    assertThat(get("auditor", "/api/agencies", "page", "9").json().path("total").asInt())
        .isEqualTo(7);
    assertThat(get("auditor", "/api/tasks", "page", "-1").faultyFields()).containsExactly("page");
    assertThat(get("auditor", "/api/tasks", "size", "501").faultyFields()).containsExactly("size");
    assertThat(get("auditor", "/api/tasks", "size", "viel").faultyFields()).containsExactly("size");
    assertThat(get("auditor", "/api/tasks", "sort", "id; drop table").faultyFields())
        .containsExactly("sort");
    assertThat(get("auditor", "/api/tasks", "progress", "DONE").faultyFields())
        .containsExactly("progress");
    assertThat(get("auditor", "/api/tasks", "dueBefore", "31/12").faultyFields())
        .containsExactly("dueBefore");
  }

  @Test
  void oneSearchesWithoutDiacriticsAndWhateverOneTypesDoesNoHarm() {
    assertThat(get("auditor", "/api/tasks", "q", "ke hoach").json().path("total").asInt())
        .isEqualTo(4);
    assertThat(get("auditor", "/api/tasks", "q", "KẾ HOẠCH đồng văn").items("agency"))
        .containsExactly("HGI.026");
    assertThat(get("auditor", "/api/tasks", "q", "dong van").items("agency"))
        .containsExactly("HGI.026");
    assertThat(get("auditor", "/api/plans", "q", "73/kh").items("document"))
        .containsExactly("73/KH-UBND");
    assertThat(get("auditor", "/api/agencies", "q", "lung cu").items("code"))
        .containsExactly("HGI.026.01");
    for (String q : List.of("' or 1=1 --", "%", "_", "\\", "<script>alert(1)</script>", ":plan")) {
      Answer answer = get("auditor", "/api/tasks", "q", q);
      assertThat(answer.status()).as(q).isEqualTo(200);
      assertThat(answer.json().path("total").asInt()).as(q).isZero();
    }
    assertThat(get("auditor", "/api/tasks", "q", "a\0b").status()).isEqualTo(400);
    assertThat(get("auditor", "/api/tasks", "plan", "a\0b").faultyFields()).containsExactly("plan");
  }

  @Test
  void aParameterThatIsNotKnownIsRefusedInsteadOfNarrowingNothingDown() {
    Answer answer = get("auditor", "/api/tasks", "agncy", "HGI.026", "plan", plan.planId());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faultyFields()).containsExactly("agncy");
    assertThat(answer.json().path("errors").path(0).path("message").asString())
        .contains("agency, assigner, at, below");
    assertThat(get("auditor", "/api/workflows/task", "at", "2024-06-30").status()).isEqualTo(400);
    assertThat(get("auditor", "/api/events", "x", "1").status()).isEqualTo(400);
  }

  @Test
  void filtersNarrowAListDown() {
    assertThat(get("auditor", "/api/tasks", "timeliness", "OPEN_OVERDUE").items("agency"))
        .containsExactly("HGI.027", "HGI.027");
    assertThat(get("auditor", "/api/tasks", "agency", "HGI.026").json().path("total").asInt())
        .isEqualTo(1);
    assertThat(get("auditor", "/api/tasks", "agency", "HGI.026", "below", "true").items("agency"))
        .containsExactly("HGI.026", "HGI.026.01");
    assertThat(get("auditor", "/api/tasks", "role", "REQUEST").items("agency"))
        .containsExactly("HGI.STC");
    assertThat(get("auditor", "/api/tasks", "dueSoon", "true").items("agency"))
        .containsExactly("HGI.026.01");
    assertThat(get("auditor", "/api/tasks", "dueBefore", "2024-05-11").json().path("total").asInt())
        .isEqualTo(2);
    assertThat(get("auditor", "/api/tasks", "item", "II", "open", "false").items("agency"))
        .containsExactly("HGI.026");
    assertThat(
            get("auditor", "/api/tasks", "reviewer", "HGI.SNV", "progress", "COMPLETED")
                .items("agency"))
        .containsExactly("HGI.026");
    assertThat(get("auditor", "/api/tasks", "inspection", inspection.inspectionId()).items("id"))
        .containsExactly(remedy.taskId());
    assertThat(
            get("auditor", "/api/reports", "state", "SUBMITTED", "recipient", "HGI.SNV")
                .items("period"))
        .containsExactly("2024-Q1");
    assertThat(
            get("auditor", "/api/plans", "issuer", "CBA", "year", "2024", "status", "IN_FORCE")
                .items("document"))
        .containsExactly("5/KH-UBND");
    assertThat(get("auditor", "/api/agencies", "under", "HGI.026").items("code"))
        .containsExactly("HGI.026", "HGI.026.01");
    assertThat(
            get("auditor", "/api/agencies", "kind", "DEPARTMENT", "superior", "HGI").items("code"))
        .containsExactly("HGI.SNV", "HGI.STC");
  }

  @Test
  void anOfficialSeesTheirOwnDutiesThoseBelowAndThePlansAddressedToThem() {
    assertThat(get("HGI.026", "/api/tasks").items("agency"))
        .containsExactly("HGI.026", "HGI.026.01");
    assertThat(get("HGI.026.01", "/api/tasks").items("agency")).containsExactly("HGI.026.01");
    assertThat(get("HGI.026", "/api/plans").items("document")).containsExactly("73/KH-UBND");
    assertThat(
            get("HGI.026", "/api/plans/" + plan.planId())
                .json()
                .path("tasks")
                .path("total")
                .asInt())
        .isEqualTo(2);
    assertThat(get("HGI.026", "/api/reports").json().path("total").asInt()).isEqualTo(2);
    // The issuer and the focal agency see all; the focal agency is also the channel.
    for (String code : List.of("HGI", "HGI.SNV")) {
      assertThat(get(code, "/api/tasks").json().path("total").asInt()).as(code).isEqualTo(5);
      assertThat(get(code, "/api/reports").json().path("total").asInt()).as(code).isEqualTo(2);
      assertThat(get(code, "/api/inspections").json().path("total").asInt()).as(code).isEqualTo(1);
    }
    // What one may not see is not found: no leak of its being there.
    for (String path :
        List.of(
            "/api/tasks/" + overdue.taskId(),
            "/api/reports/" + report.reportId(),
            "/api/plans/" + other.planId(),
            "/api/inspections/" + inspection.inspectionId(),
            "/api/plans/" + other.planId() + "/report-matrix")) {
      Answer answer = get("HGI.026.01", path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }
    assertThat(get("CBA", "/api/tasks").json().path("total").asInt()).isZero();
    assertThat(get("CBA", "/api/plans").items("document")).containsExactly("5/KH-UBND");
    assertThat(get("CBA", "/api/overview").json().path("tasks").path("total").asInt()).isZero();
    assertThat(get("HGI.027", "/api/inspections").json().path("total").asInt()).isEqualTo(1);
    assertThat(
            get("HGI.026", "/api/history", "subject", overdue.taskId())
                .json()
                .path("total")
                .asInt())
        .isZero();
    assertThat(get("HGI.027", "/api/history", "subject", overdue.taskId()).items("name"))
        .containsExactly("task-assigned");
    assertThat(get("HGI.026.01", "/api/history", "subject", plan.planId()).items("name"))
        .containsExactly("plan-issued");
  }

  @Test
  void whatOneMaySeeOfThePastGoesByThePast() {
    examples()
        .forEach((name, asked) -> {
          String[] parameters = asked.subList(1, asked.size()).toArray(String[]::new);
          assertThat(get("HGI", asked.getFirst(), parameters).status()).as(name).isEqualTo(200);
          assertThat(get("HGI.026.01", asked.getFirst(), parameters).status())
              .as(name)
              .isIn(200, 404);
        });
    // Before the plan was issued, nobody was concerned by it.
    assertThat(get("HGI", "/api/tasks", "at", "2024-02-27").json().path("total").asInt()).isZero();
    assertThat(get("HGI", "/api/tasks", "at", "2024-06-10").json().path("total").asInt())
        .isEqualTo(4);
    assertThat(get("HGI.026.01", "/api/tasks", "at", "2024-06-10").items("agency"))
        .containsExactly("HGI.026.01");
    assertThat(
            get("HGI.026.01", "/api/history", "at", "2024-06-10", "plan", plan.planId())
                .items("name"))
        .containsExactly("plan-issued", "task-assigned");
  }

  @Test
  void theNextStepsAreThoseOfTheWorkflow() {
    assertThat(
            get("HGI.027", "/api/tasks/" + overdue.taskId())
                .json()
                .path("steps")
                .valueStream()
                .map(e -> e.asString()))
        .containsExactly("accept-task", "decline-task", "request-extension");
    assertThat(get("auditor", "/api/tasks/" + overdue.taskId()).json().path("steps").size())
        .isZero();
    assertThat(
            get("HGI.SNV", "/api/reports/" + report.reportId())
                .json()
                .path("steps")
                .valueStream()
                .map(e -> e.asString()))
        .containsExactly("accept-report", "return-report");
    assertThat(get("auditor", "/api/workflows/task").json().path("states").path(0).asString())
        .isEqualTo("ASSIGNED");
    assertThat(get("auditor", "/api/workflows/task").json().path("version").asInt())
        .isEqualTo(Workflows.VERSION);
    assertThat(get("auditor", "/api/workflows/none").code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void aDraftSaysWhatIsMissingToThoseWhoWriteItAndToNobodyElse() {
    String path = "/api/drafts/" + draft.draftId();
    JsonNode shown = get("HGI.SNV", path).json();
    assertThat(shown.path("missing").valueStream().map(JsonNode::asString))
        .containsExactly("assignments", "number", "issueDate");
    assertThat(shown.path("returnedFor").asString()).isEqualTo("Thiếu căn cứ");
    assertThat(shown.path("steps").valueStream().map(JsonNode::asString))
        .containsExactly("submit-plan", "revise-plan");
    assertThat(shown.path("version").asInt()).isEqualTo(2);
    assertThat(get("HGI.SNV", path, "at", "2024-02-22").json().path("version").asInt())
        .isEqualTo(1);
    assertThat(get("HGI.SNV", path, "at", "2024-02-20").json().path("status").asString())
        .isEqualTo("AWAITING_SIGNATURE");
    assertThat(get("HGI.026", path).status()).isEqualTo(404);
    assertThat(get("HGI.026", "/api/drafts").json().path("total").asInt()).isZero();
    assertThat(get("auditor", path).json().path("steps").size()).isZero();
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    String path = "/api/plans/" + plan.planId();
    Answer first = get("auditor", path, "at", "2024-06-30");
    String tag = first.header("etag");
    assertThat(send("auditor", Map.of("If-None-Match", tag), path, "at", "2024-06-30").status())
        .isEqualTo(304);
    assertThat(send("auditor", Map.of("If-None-Match", tag), path, "at", "2024-03-30").status())
        .isEqualTo(200);
    assertThat(send("HGI", Map.of("If-None-Match", tag), path, "at", "2024-06-30").status())
        .isEqualTo(200);
  }

  @Test
  void whoIsNotSignedInSeesNothing() {
    assertThat(get("nobody", "/api/tasks").status()).isEqualTo(401);
  }

  private Map<String, List<String>> examples() {
    String at = "2024-06-30";
    return Map.ofEntries(
        Map.entry("findPlans", List.of("/api/plans", "at", at, "issuer", "HGI")),
        Map.entry("getPlan", List.of("/api/plans/" + plan.planId(), "at", at)),
        Map.entry(
            "getReportMatrix", List.of("/api/plans/" + plan.planId() + "/report-matrix", "at", at)),
        Map.entry("findDrafts", List.of("/api/drafts", "at", at)),
        Map.entry("getDraft", List.of("/api/drafts/" + draft.draftId(), "at", at)),
        Map.entry("findTasks", List.of("/api/tasks", "at", at, "agency", "HGI.026")),
        Map.entry("getTask", List.of("/api/tasks/" + remedy.taskId(), "at", at)),
        Map.entry("findReports", List.of("/api/reports", "at", at, "period", "2024-Q1")),
        Map.entry("getReport", List.of("/api/reports/" + second.reportId(), "at", at)),
        Map.entry("findInspections", List.of("/api/inspections", "at", at)),
        Map.entry(
            "getInspection", List.of("/api/inspections/" + inspection.inspectionId(), "at", at)),
        Map.entry("findObstacles", List.of("/api/obstacles", "at", at)),
        Map.entry("getObstacle", List.of("/api/obstacles/" + obstacle.obstacleId(), "at", at)),
        Map.entry("findConsolidations", List.of("/api/consolidations", "at", at)),
        Map.entry(
            "getConsolidation",
            List.of("/api/consolidations/" + consolidation.consolidationId(), "at", at)),
        Map.entry("findMoves", List.of("/api/moves", "at", at)),
        Map.entry("findMovers", List.of("/api/movers", "at", at)),
        Map.entry("findBudgets", List.of("/api/budgets", "at", at)),
        Map.entry("getBudget", List.of("/api/budgets/" + budget.budgetId(), "at", at)),
        Map.entry("findModels", List.of("/api/models", "at", at)),
        Map.entry("getModel", List.of("/api/models/" + model.modelId(), "at", at)),
        Map.entry("findTargets", List.of("/api/targets", "at", at)),
        Map.entry("getTarget", List.of("/api/targets/" + Story.target(plan).targetId(), "at", at)),
        Map.entry("findAgencies", List.of("/api/agencies", "at", at, "under", "HGI.026")),
        Map.entry("getAgency", List.of("/api/agencies/HGI.026", "at", at)),
        Map.entry("getOverview", List.of("/api/overview", "at", at)),
        Map.entry("getScorecard", List.of("/api/agencies/HGI.026/scorecard", "at", at)),
        Map.entry("findHistory", List.of("/api/history", "at", at, "subject", report.reportId())),
        Map.entry("listWorkflows", List.of("/api/workflows")),
        Map.entry("getWorkflow", List.of("/api/workflows/report")));
  }

  @Test
  void theIconThatBrowsersAskForIsThereForStrangersTooAndMayBeKept() {
    HttpResponse<String> icon = page("", "vi", "/favicon.ico");

    assertThat(icon.statusCode()).isEqualTo(200);
    assertThat(icon.headers().firstValue("cache-control"))
        .hasValueSatisfying(value -> assertThat(value).contains("max-age=604800"));
  }
}
