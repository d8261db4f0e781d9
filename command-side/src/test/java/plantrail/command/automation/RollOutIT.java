package plantrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.Refused;
import plantrail.command.clock.WhenDutyChangesThenSetClock;
import plantrail.command.draft.draftplan.DraftPlan;
import plantrail.command.draft.issuedraft.IssueDraft;
import plantrail.command.draft.submitplan.SubmitPlan;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.plan.revokeplan.RevokePlan;
import plantrail.command.report.openreports.OpenReports;
import plantrail.command.report.withdrawreport.WithdrawReport;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.task.TaskId;
import tools.jackson.databind.JsonNode;

class RollOutIT extends CommandSideTest {
  @Autowired private MeterRegistry meters;
  @Autowired private RollOuts rollOuts;
  @Autowired private WhenPlanIssuedThenAssignTasks automation;
  @Autowired private EventProcessingConfiguration processing;

  private static IssuePlan numbered(String number) {
    return Given.issuePlan(number);
  }

  private static IssuePlan numbered(String number, List<ReportingRule> reportingRules) {
    return GivenPlan.usual().number(number).reports(reportingRules).issue();
  }

  private String issue(String number) {
    String planId = Given.issue(commands, numbered(number)).id();
    finish(planId);
    return planId;
  }

  private void finish(String planId) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> rollOuts.find(planId).map(RollOuts.State::finished).orElse(false));
  }

  private List<String> opened(String planId) {
    return jdbc.sql(
            """
            select payload->>'agency' || ' ' || coalesce(payload->>'duty', payload->>'period')
                   || ' ' || coalesce(payload->>'due', '-')
              from store.event
             where payload->>'planId' = ? and name in ('task-assigned', 'report-opened')
             order by 1
            """)
        .param(planId)
        .query(String.class)
        .list();
  }

  @Test
  void classesAreExpandedWithExceptionsAndReportsOpenedForTheWholeHorizon() {
    assertThat(opened(issue("201")))
        .containsExactly(
            "HGI.024 2024-Q1 2024-03-14",
            "HGI.024 2024-Q2 2024-06-14",
            "HGI.024 2024-Q3 2024-09-14",
            "HGI.024 2024-Q4 2024-12-14",
            "HGI.024 A1 2024-02-28",
            "HGI.026 2024-Q1 2024-03-14",
            "HGI.026 2024-Q2 2024-06-14",
            "HGI.026 2024-Q3 2024-09-14",
            "HGI.026 2024-Q4 2024-12-14",
            "HGI.026 A1 2024-02-28",
            "HGI.SNV A1 2024-02-28",
            "HGI.SYT A1 2024-02-28");
  }

  @Test
  void aPlanThatBeginsLaterOwesNoReportOfBefore() {
    IssuePlan plan =
        GivenPlan.usual()
            .number("8301")
            .from(LocalDate.of(2024, 7, 1))
            .assignments(List.of())
            .issue();
    String planId = Given.issue(commands, plan).id();
    finish(planId);
    assertThat(opened(planId))
        .containsExactly(
            "HGI.024 2024-Q3 2024-09-14",
            "HGI.024 2024-Q4 2024-12-14",
            "HGI.026 2024-Q3 2024-09-14",
            "HGI.026 2024-Q4 2024-12-14");
  }

  private static ReportingRule onDemand() {
    ReportingRule quarterly = Given.quarterly();
    return new ReportingRule(
        "R3",
        "Báo cáo đột xuất",
        Frequency.ON_DEMAND,
        Window.CALENDAR,
        quarterly.reporters(),
        null,
        quarterly.addressees());
  }

  @Test
  void oneCallForReportsReachesManyAgenciesOrNone() {
    String planId = Given.issue(commands, numbered("229", List.of(onDemand()))).id();
    finish(planId);
    LocalDate due = LocalDate.of(2099, 9, 12);
    Assignees districtsAndHomeAffairs =
        new Assignees(List.of("HGI.SNV"), Given.quarterly().reporters().classes(), List.of());
    OpenReports call =
        new OpenReports(
            planId, "R3", districtsAndHomeAffairs, "2024-W37", "Báo cáo nhanh về bão", due);
    Refused.forFields(
        () ->
            commands.give(
                new OpenReports(
                    planId,
                    "R3",
                    new Assignees(List.of("HGI.024", "XX"), List.of(), List.of()),
                    "2024-W37",
                    "Báo cáo nhanh về bão",
                    due),
                Given.official("HGI.SNV")),
        "reporters.agencies[1]");
    assertThat(calledFor(planId)).isEmpty();

    assertThat(commands.give(call, Given.official("HGI.SNV")).events())
        .containsExactly("report-opened", "report-opened", "report-opened");
    assertThat(commands.give(call, Given.official("HGI.SNV")).events()).isEmpty();
    assertThat(calledFor(planId))
        .containsExactly(
            "HGI.024 2024-W37 Báo cáo nhanh về bão 2099-09-12",
            "HGI.026 2024-W37 Báo cáo nhanh về bão 2099-09-12",
            "HGI.SNV 2024-W37 Báo cáo nhanh về bão 2099-09-12");
    // One that owes it by another day holds back the call on all.
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () ->
            commands.give(
                new OpenReports(
                    planId, "R3", null, "2024-W37", "Báo cáo nhanh về bão", due.plusDays(1)),
                Given.official("HGI.SNV")));
    assertThat(calledFor(planId)).hasSize(3);
    OpenReports another =
        new OpenReports(planId, "R3", null, "2024-W37", "Báo cáo nhanh về lũ", due);
    assertThat(commands.give(another, Given.official("HGI.SNV")).events()).hasSize(2);
    assertThat(commands.give(another, Given.official("HGI.SNV")).events()).isEmpty();
    assertThat(commands.give(call, Given.official("HGI.SNV")).events()).isEmpty();
    assertThat(calledFor(planId))
        .hasSize(5)
        .contains("HGI.024 2024-W37.2 Báo cáo nhanh về lũ 2099-09-12");

    // Withdrawn by mistake, and called for again in the same words.
    commands.give(
        new WithdrawReport(ReportId.of(planId, "R3", "2024-W37", "HGI.026"), "nhầm", "CV 3", null),
        Given.official("HGI"));
    assertThat(commands.give(call, Given.official("HGI.SNV")).events())
        .containsExactly("report-opened");
    assertThat(commands.give(call, Given.official("HGI.SNV")).events()).isEmpty();
  }

  @Test
  void callsAtTheSameTimeAreToldApartAndNoneIsRefused() {
    String planId = Given.issue(commands, numbered("238", List.of(onDemand()))).id();
    finish(planId);
    List<CompletableFuture<List<String>>> calls = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int serial = 1; serial <= 6; serial++) {
        OpenReports call =
            new OpenReports(planId, "R3", null, "2024-09-12", "Báo cáo nhanh " + serial, null);
        calls.add(
            CompletableFuture.supplyAsync(
                () -> commands.give(call, Given.official("HGI.SNV")).events(), callers));
      }
    }
    assertThat(calls)
        .allSatisfy(
            call -> assertThat(call.join()).containsExactly("report-opened", "report-opened"));
    assertThat(calledFor(planId)).hasSize(12);
  }

  private List<String> calledFor(String planId) {
    return jdbc.sql(
            """
            select concat_ws(' ', payload->>'agency', payload->>'period', payload->>'title',
                             payload->>'due')
              from store.event
             where payload->>'planId' = ? and name = 'report-opened' order by 1
            """)
        .param(planId)
        .query(String.class)
        .list();
  }

  @Test
  void aDraftThatIsIssuedIsAPlanLikeAnyOther() {
    IssuePlan plan = numbered("207");
    DraftPlan draft = new DraftPlan("207", GivenPlan.usual().unsigned());
    IssueDraft issue =
        new IssueDraft(draft.draftId(), plan.number(), plan.symbol(), plan.issueDate());
    Actor focal = Given.official("HGI.SNV");
    commands.give(draft, focal, plan.issueDate(), Given.LATE);
    commands.give(new SubmitPlan(draft.draftId(), null), focal, plan.issueDate(), Given.LATE);
    assertThat(commands.give(issue, Given.official("HGI"), null, Given.LATE).events())
        .containsExactly("draft-issued");
    assertThat(commands.give(issue, Given.official("HGI")).events()).isEmpty();
    String planId = plan.planId().value();
    finish(planId);
    assertThat(opened(planId)).hasSize(12);
    assertThat(
            jdbc.sql("select name from store.event where aggregate_id in (?, ?)")
                .params(draft.draftId().value(), planId)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("plan-drafted", "plan-submitted", "draft-issued", "plan-issued");
    Refused.with(RefusalCode.ALREADY_EXISTS, () -> Given.issue(commands, plan));
  }

  @Test
  void whatIsOpenedTellsWhereItComesFrom() {
    String planId = issue("202");
    Map<String, Object> plan =
        jdbc.sql("select * from store.event where aggregate_id = ?")
            .param(planId)
            .query()
            .singleRow();
    String correlation =
        jdbc.sql("select metadata->>'correlation' from store.event where aggregate_id = ?")
            .param(planId)
            .query(String.class)
            .single();
    assertThat(
            jdbc.sql(
                    "select distinct (metadata->>'correlation') || ' ' || (metadata->>'role')"
                        + " from store.event where payload->>'planId' = ? and name <> 'plan-issued'")
                .param(planId)
                .query(String.class)
                .list())
        .containsExactly(correlation + " SYSTEM");
    assertThat(plan.get("name")).isEqualTo("plan-issued");
    assertThat(MetadataKeys.CORRELATION).isEqualTo("correlation");
  }

  @Test
  void aKillBetweenAPartAndItsNoteDoublesNothing() {
    String planId = issue("203");
    List<String> before = opened(planId);
    automation.stop();
    jdbc.sql(
            "update command.roll_out set done = 3, finished = false,"
                + " leased_until = '-infinity' where plan_id = ?")
        .param(planId)
        .update();
    automation.start();
    finish(planId);
    assertThat(opened(planId)).isEqualTo(before);
  }

  @Test
  void theDutiesStillToBeOpenedAreAFigure() {
    String planId = issue("206");
    automation.stop();
    jdbc.sql(
            "update command.roll_out set done = 3, finished = false,"
                + " leased_until = '-infinity' where plan_id = ?")
        .param(planId)
        .update();
    assertThat(meters.get("plantrail.rollout.open").gauge().value()).isEqualTo(9);
    automation.start();
    finish(planId);
    assertThat(meters.get("plantrail.rollout.open").gauge().value()).isZero();
  }

  /** Begins the plan's roll-out again, which nobody works on. */
  private String begunAgain(String number) {
    String planId = issue(number);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql("select not exists (select from command.roll_out where not finished)")
                .query(Boolean.class)
                .single());
    automation.stop();
    jdbc.sql(
            "update command.roll_out set done = 0, total = null, finished = false,"
                + " leased_until = '-infinity' where plan_id = ?")
        .param(planId)
        .update();
    return planId;
  }

  @Test
  void whoseLeaseRanOutWritesNothingOverWhoeverTookItSince() {
    String planId = begunAgain("208");
    RollOuts.State held = rollOuts.take(Duration.ZERO).orElseThrow();
    assertThat(rollOuts.advance(held, 12, 2, List.of(), Duration.ZERO)).isTrue();
    RollOuts.State taken =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> rollOuts.take(Duration.ofMinutes(5)), Optional::isPresent)
            .orElseThrow();
    assertThat(taken.planId()).isEqualTo(planId);
    assertThat(rollOuts.advance(taken, 12, 8, List.of(), Duration.ofMinutes(5))).isTrue();

    assertThat(rollOuts.advance(held, 12, 12, List.of(), Duration.ZERO)).isFalse();
    rollOuts.fail(held, "held up");
    assertThat(rollOuts.find(planId))
        .hasValueSatisfying(state -> {
          assertThat(state.done()).isEqualTo(8);
          assertThat(state.failing()).isFalse();
        });
    assertThat(rollOuts.advance(taken, 12, 12, List.of(), Duration.ZERO)).isTrue();
    automation.start();
  }

  @Test
  void whoeverPlansItHoldsItUntilSomebodyElseHasTakenIt() {
    begunAgain("244");
    RollOuts.State first = rollOuts.take(Duration.ZERO).orElseThrow();
    rollOuts.hold(first, Duration.ofHours(1));
    assertThat(rollOuts.take(Duration.ZERO)).isEmpty();

    rollOuts.hold(first, Duration.ZERO.minusSeconds(1));
    RollOuts.State second = rollOuts.take(Duration.ZERO.minusSeconds(1)).orElseThrow();
    rollOuts.hold(first, Duration.ofHours(1));
    assertThat(rollOuts.take(Duration.ZERO.minusSeconds(1)))
        .hasValueSatisfying(third -> assertThat(third.tries()).isGreaterThan(second.tries()));
    automation.start();
  }

  @Test
  void itIsFinishedOnceWhatItOpenedLastStandsInTheBookOfDuties() {
    String planId = begunAgain("243");
    RollOuts.State taken = rollOuts.take(Duration.ZERO).orElseThrow();
    rollOuts.advance(taken, 12, 12, List.of("not-read-yet"), Duration.ZERO);
    rollOuts.finish();
    assertThat(rollOuts.find(planId))
        .hasValueSatisfying(state -> {
          assertThat(state.opened()).isTrue();
          assertThat(state.finished()).isFalse();
        });
    assertThat(rollOuts.take(Duration.ZERO)).isEmpty();

    String known =
        jdbc.sql("select min(id) from command.duty where plan_id = ?")
            .param(planId)
            .query(String.class)
            .single();
    rollOuts.advance(taken, 12, 12, List.of(known), Duration.ZERO);
    rollOuts.finish();
    assertThat(rollOuts.find(planId))
        .hasValueSatisfying(state -> assertThat(state.finished()).isTrue());
    automation.start();
  }

  @Test
  void thatItFailsIsToldToThoseWhoWatchOverThePlanAndIsAFigure() {
    String planId = begunAgain("209");
    RollOuts.State taken = rollOuts.take(Duration.ZERO).orElseThrow();
    rollOuts.advance(taken, 12, 3, List.of(), Duration.ZERO);
    assertThat(
            send("GET", "/api/roll-outs/" + planId, "HGI", null, "Accept-Language", "en")
                .json()
                .path("message")
                .asString())
        .isEqualTo("The duties of the plan are being opened or changed: 3 of 12.");
    rollOuts.fail(taken, "no such table");
    assertThat(meters.get("plantrail.rollout.failing").gauge().value()).isEqualTo(1);
    for (String user : List.of("HGI", "HGI.SNV", "auditor", "admin")) {
      Answer answer = send("GET", "/api/roll-outs/" + planId, user, null, "Accept-Language", "en");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("failing").asBoolean()).isTrue();
      assertThat(answer.json().path("message").asString())
          .contains("opened or changed", "3 of 12")
          .doesNotContain("no such table");
    }
    assertThat(send("GET", "/api/roll-outs/" + planId, "HGI.024", null).status()).isEqualTo(404);
    assertThat(send("GET", "/api/roll-outs/none", "HGI", null).status()).isEqualTo(404);
    automation.start();
    finish(planId);
    assertThat(meters.get("plantrail.rollout.failing").gauge().value()).isZero();
    assertThat(send("GET", "/api/roll-outs/" + planId, "HGI", null).json().path("message").isNull())
        .isTrue();
  }

  @Test
  void aPlanWhoseClassesHaveNoMembersSaysSo() {
    Assignees communes =
        new Assignees(
            List.of(),
            List.of(new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.COMMUNE)),
            List.of());
    ReportingRule quarterly = Given.quarterly();
    IssuePlan ofNobody =
        GivenPlan.bare()
            .number("210")
            .until(LocalDate.of(2024, 12, 31))
            .reports(
                new ReportingRule(
                    quarterly.id(),
                    quarterly.title(),
                    quarterly.frequency(),
                    quarterly.window(),
                    communes,
                    quarterly.due(),
                    quarterly.addressees()))
            .issue();
    String planId = Given.issue(commands, ofNobody).id();
    finish(planId);
    assertThat(
            send("GET", "/api/roll-outs/" + planId, "HGI", null, "Accept-Language", "en")
                .json()
                .path("message")
                .asString())
        .startsWith("No agency belongs to the classes");
  }

  @Test
  void howFarItHasComeIsDocumentedWithAnExampleOfItsOwnShape() {
    JsonNode asked =
        send("GET", "/v3/api-docs", "HGI", null, "Accept-Language", "vi")
            .json()
            .path("paths")
            .path("/api/roll-outs/{planId}")
            .path("get");
    assertThat(asked.path("summary").asString()).isNotBlank().doesNotStartWith("api.");
    JsonNode example =
        asked
            .path("responses")
            .path("200")
            .path("content")
            .path("application/json")
            .path("example");
    assertThat(json.writeValueAsString(json.treeToValue(example, RollOutEndpoint.Progress.class)))
        .isEqualTo(example.toString());
  }

  @Test
  void aDutyThatSomebodyOpenedByHandIsPassedOver() {
    IssuePlan plan = numbered("204");
    automation.stop();
    String planId = Given.issue(commands, plan).id();
    commands.give(
        new plantrail.command.report.openreport.OpenReport(
            planId, "R1", "HGI.024", "2024-Q2", null, LocalDate.of(2024, 6, 1)),
        Given.official("HGI"),
        LocalDate.of(2024, 3, 1),
        "Nhập bổ sung");
    automation.start();
    finish(planId);
    assertThat(opened(planId)).hasSize(12).contains("HGI.024 2024-Q2 2024-06-01");
  }

  @Test
  void recommendationsBecomeTasksOfTheInspectedUnit() {
    String planId = issue("205");
    var inspection =
        new RecordInspection(
            planId,
            "HGI.SNV",
            "HGI.024",
            LocalDate.of(2024, 5, 13),
            null,
            List.of("Chậm niêm yết"),
            List.of(new Recommendation("Niêm yết đủ", LocalDate.of(2024, 6, 1))),
            List.of());
    String id = commands.give(inspection, Given.official("HGI.SNV"), null, "Nhập bổ sung").id();
    String taskId = TaskId.of(planId, id + "#1", "HGI.024").value();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            jdbc.sql("select count(*) from store.event where aggregate_id = ?")
                    .param(taskId)
                    .query(Long.class)
                    .single()
                == 1);
  }

  @Test
  void whatAnInspectionRecommendedBeforeItsPlanWasRevokedIsCalledOffThoughItBecomesATaskAfter() {
    String planId = issue("8348");
    StreamingEventProcessor behind =
        processing
            .eventProcessor(
                WhenInspectionRecordedThenAssignTasks.GROUP, StreamingEventProcessor.class)
            .orElseThrow();
    behind.shutDown();
    RecordInspection inspection =
        new RecordInspection(
            planId,
            "HGI.SNV",
            "HGI.024",
            LocalDate.of(2024, 5, 13),
            null,
            List.of("Chậm niêm yết"),
            List.of(new Recommendation("Niêm yết đủ", LocalDate.of(2024, 6, 1))),
            List.of());
    String id = commands.give(inspection, Given.official("HGI.SNV"), null, "Nhập bổ sung").id();
    commands.give(
        new RevokePlan(new PlanId(planId), "Sai thẩm quyền", "Quyết định 900/QĐ-UBND"),
        Given.official("HGI"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> rollOuts.all(planId).stream().filter(RollOuts.State::finished).count() == 2);
    behind.start();
    String taskId = TaskId.of(planId, id + "#1", "HGI.024").value();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    jdbc.sql(
                            "select name from store.event where aggregate_id = ? order by sequence")
                        .param(taskId)
                        .query(String.class)
                        .list())
                .containsExactly("task-assigned", "task-cancelled"));
  }

  @Test
  void allAutomationsRunAsPooledProcessorsWithDeadLetters() {
    for (String group :
        List.of(
            WhenPlanIssuedThenAssignTasks.GROUP,
            WhenInspectionRecordedThenAssignTasks.GROUP,
            WhenPlanIssuedThenSetTargets.GROUP,
            WhenModelReplicatedThenRegisterCopy.GROUP,
            WhenTaskDelegatedThenAssignParts.GROUP,
            WhenPartProgressedThenRollUp.GROUP,
            WhenSubordinatePlanIssuedThenFulfilTask.GROUP,
            WhenDutyChangesThenSetClock.GROUP,
            WhenTaskCancelledThenCancelParts.GROUP,
            WhenAgencyMergedThenTransferDuties.GROUP)) {
      assertThat(processing.eventProcessor(group, PooledStreamingEventProcessor.class)).isPresent();
      assertThat(processing.deadLetterQueue(group)).isPresent();
    }
    assertThat(processing.eventProcessors()).hasSize(10);
  }
}
