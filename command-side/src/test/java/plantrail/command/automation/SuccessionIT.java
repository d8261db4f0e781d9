package plantrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.Refused;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.agency.splitagency.SplitAgency;
import plantrail.command.budget.allocatebudget.AllocateBudget;
import plantrail.command.budget.disbursefunds.DisburseFunds;
import plantrail.command.consolidation.consolidatereports.ConsolidateReports;
import plantrail.command.consolidation.forwardconsolidation.ForwardConsolidation;
import plantrail.command.consolidation.renewconsolidation.RenewConsolidation;
import plantrail.command.consolidation.returnconsolidation.ReturnConsolidation;
import plantrail.command.draft.draftplan.DraftPlan;
import plantrail.command.draft.reviseplan.RevisePlan;
import plantrail.command.inspection.begininspection.BeginInspection;
import plantrail.command.inspection.closeinspection.CloseInspection;
import plantrail.command.inspection.planinspection.PlanInspection;
import plantrail.command.inspection.recordfindings.RecordFindings;
import plantrail.command.model.buildmodel.BuildModel;
import plantrail.command.model.registermodel.RegisterModel;
import plantrail.command.obstacle.answerobstacle.AnswerObstacle;
import plantrail.command.obstacle.closeobstacle.CloseObstacle;
import plantrail.command.obstacle.raiseobstacle.RaiseObstacle;
import plantrail.command.plan.revokeplan.RevokePlan;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.returnreport.ReturnReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.report.waivereport.WaiveReport;
import plantrail.command.target.settarget.SetTarget;
import plantrail.command.target.withdrawtarget.WithdrawTarget;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.delegatetask.DelegateTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.reassigntask.ReassignTask;
import plantrail.command.task.reopentask.ReopenTask;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.Share;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.consolidation.Asked;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.Inspector;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.obstacle.ObstacleId;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.platform.access.Accounts;

/** Agencies end while they owe something. */
class SuccessionIT extends CommandSideTest {
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);
  private static final LocalDate END = LocalDate.of(2025, 7, 1);
  private static final String BASIS = "Nghị quyết 202/2025/QH15";

  @Autowired private Accounts accounts;
  @Autowired private RollOuts rollOuts;
  @Autowired private OpenDuties duties;
  @Autowired private Succession succession;
  @Autowired private WhenAgencyMergedThenTransferDuties automation;
  @Autowired private EventStore eventStore;
  @Autowired private MeterRegistry meters;
  @Autowired private Tasks tasks;

  @BeforeAll
  void units() {
    commands.give(unit("SUC", null), ADMIN);
    Stream.of(
            "A1", "A2", "A3", "B1", "C1", "C2", "C3", "D1", "D2", "E1", "E2", "F1", "F2", "G1",
            "G2", "H3", "H4", "H5", "L1", "L3", "K1", "K2", "K3", "M1", "M2", "N1", "N3")
        .forEach(name -> commands.give(unit("SUC." + name, "SUC"), ADMIN));
  }

  private static RegisterAgency unit(String code, @Nullable String superior) {
    return new RegisterAgency(
        code,
        "UBND " + code,
        AgencyKind.PEOPLES_COMMITTEE,
        superior == null ? AgencyLevel.PROVINCE : AgencyLevel.COMMUNE,
        superior,
        LocalDate.of(2020, 1, 1),
        null,
        null);
  }

  /** A plan of SUC under which each of the units owes a task and four reports. */
  private String issue(String number, String... units) {
    return issueOf("SUC", null, number, units);
  }

  private String issueOf(String issuer, @Nullable String focal, String number, String... units) {
    AssignmentRule task = Given.ownPlans();
    ReportingRule report = Given.quarterly();
    Assignees all = new Assignees(List.of(units), List.of(), List.of());
    String planId =
        Given.issue(
                commands,
                GivenPlan.usual()
                    .number(number)
                    .issuedBy(issuer)
                    .watchedBy(focal)
                    .assignments(
                        new AssignmentRule(
                            task.id(),
                            task.item(),
                            task.title(),
                            all,
                            task.roles(),
                            null,
                            task.due(),
                            task.creates()))
                    .reports(
                        new ReportingRule(
                            report.id(),
                            report.title(),
                            report.frequency(),
                            report.window(),
                            all,
                            report.due(),
                            List.of(new Addressee(issuer, focal))))
                    .issue())
            .id();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> rollOuts.find(planId).map(RollOuts.State::finished).orElse(false));
    return planId;
  }

  /** Who is responsible for each duty of a plan, as the log tells. */
  private Map<String, String> responsible(String planId) {
    Map<String, String> responsible = new TreeMap<>();
    jdbc.sql(
            """
            select aggregate_id as id, name, payload->>'agency' as agency,
                   payload->>'predecessor' as predecessor, payload->>'successor' as successor
              from store.event
             where aggregate_id in (select aggregate_id from store.event
                                     where payload->>'planId' = ? and name in ('task-assigned', 'report-opened'))
               and name in ('task-assigned', 'report-opened', 'task-transferred', 'report-transferred')
             order by aggregate_id, sequence
            """)
        .param(planId)
        .query(row -> {
          String id = row.getString("id");
          if (row.getString("agency") != null) {
            responsible.put(id, row.getString("agency"));
          } else {
            responsible.replace(id, row.getString("predecessor"), row.getString("successor"));
          }
        });
    return responsible;
  }

  private void untilAllAre(String planId, String... agencies) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(new java.util.TreeSet<>(responsible(planId).values()))
                .containsExactly(agencies));
  }

  private MergeAgencies merge(String successor, LocalDate day, String... merged) {
    return new MergeAgencies(List.of(merged), successor, List.of(), day, BASIS);
  }

  @Test
  void openDutiesGoToTheSuccessorAndClosedOnesStay() {
    String planId = issue("301", "SUC.A1", "SUC.A2");
    String closed = ReportId.of(planId, "R1", "2024-Q1", "SUC.A1").value();
    commands.give(
        new WaiveReport(new ReportId(closed), "không phải nộp", "CV 3"), Given.official("SUC"));
    String submitted = ReportId.of(planId, "R1", "2024-Q2", "SUC.A1").value();
    commands.give(
        new SubmitReport(new ReportId(submitted), "nội dung", List.of()), Given.official("SUC.A1"));
    commands.give(merge("SUC.A3", END, "SUC.A1", "SUC.A2"), ADMIN);
    untilAllAre(planId, "SUC.A1", "SUC.A3");
    Map<String, String> responsible = responsible(planId);
    assertThat(responsible).hasSize(10).containsEntry(closed, "SUC.A1");
    assertThat(responsible.entrySet().stream().filter(each -> each.getValue().equals("SUC.A1")))
        .hasSize(1);
    assertThat(responsible).containsEntry(submitted, "SUC.A3");
  }

  /** The transfers of something, in the order in which they were recorded. */
  private List<String> transfers(String id) {
    return jdbc.sql(
            """
            select payload->>'predecessor' || ' ' || (payload->>'successor') from store.event
             where aggregate_id = ? and name like '%-transferred' order by sequence
            """)
        .param(id)
        .query(String.class)
        .list();
  }

  private void untilTransferred(String id, String... transfers) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(transfers(id)).containsExactlyInAnyOrder(transfers));
  }

  @Test
  void plansThatRunInspectionsAndObstaclesGoToTheSuccessorsAndWhatIsClosedStays() {
    for (String code : List.of("SUX", "SUY")) {
      commands.give(unit(code, null), ADMIN);
      commands.give(unit(code + ".F", code), ADMIN);
      commands.give(unit(code + ".U", code), ADMIN);
    }
    String planId = issueOf("SUX", "SUX.F", "307", "SUX.U");
    String revoked = issueOf("SUX", "SUX.F", "308", "SUX.U");
    commands.give(
        new RevokePlan(new PlanId(revoked), "Sai thẩm quyền", BASIS), Given.official("SUX"));
    InspectionId inspection = inspect(planId, LocalDate.of(2024, 6, 3));
    InspectionId closed = inspect(planId, LocalDate.of(2024, 6, 4));
    commands.give(
        new RecordFindings(closed, List.of("Tốt"), List.of(), List.of()), Given.official("SUX.F"));
    commands.give(new CloseInspection(closed, "Đạt"), Given.official("SUX.F"));
    ObstacleId obstacle = hinder(planId, "Thiếu kinh phí");

    commands.give(merge("SUY", END, "SUX"), ADMIN);
    commands.give(merge("SUY.F", END, "SUX.F"), ADMIN);
    commands.give(merge("SUY.U", END, "SUX.U"), ADMIN);
    untilTransferred(planId, "SUX SUY", "SUX.F SUY.F");
    untilTransferred(inspection.value(), "SUX SUY", "SUX.F SUY.F", "SUX.U SUY.U");
    untilTransferred(obstacle.value(), "SUX SUY", "SUX.F SUY.F", "SUX.U SUY.U");
    assertThat(transfers(closed.value())).isEmpty();
    assertThat(transfers(revoked)).isEmpty();

    commands.give(new BeginInspection(inspection), Given.official("SUY.F"));
    commands.give(new AnswerObstacle(obstacle, "Đã cấp"), Given.official("SUY.F"));
    commands.give(new CloseObstacle(obstacle, null), Given.official("SUY.U"));
    Refused.with(
        RefusalCode.AGENCY_ENDED,
        () ->
            commands.give(
                new SuspendPlan(new PlanId(planId), "Bão", "CV 3"), Given.official("SUX")));
    AssignTask more =
        new AssignTask(
            planId, "X1", null, "Rà soát", "SUY.U", List.of(DutyRole.EXECUTE), null, null, null);
    commands.give(more, Given.official("SUY"));
    commands.give(new SuspendPlan(new PlanId(planId), "Bão", "CV 3"), Given.official("SUY"));
  }

  @Test
  void whoeverTookOverFromThoseWhoAcceptedItOpensAgainWhatWasDone() {
    for (String code : List.of("SUR", "SUS")) {
      commands.give(unit(code, null), ADMIN);
      commands.give(unit(code + ".F", code), ADMIN);
    }
    commands.give(unit("SUR.U", "SUR"), ADMIN);
    String planId = issueOf("SUR", "SUR.F", "317", "SUR.U");
    TaskId task = TaskId.of(planId, Given.ownPlans().id(), "SUR.U");
    Actor unit = Given.official("SUR.U");
    commands.give(new AcceptTask(task), unit);
    commands.give(new SubmitTaskResult(task, "Xong", List.of(), null), unit);
    commands.give(new AcceptTaskResult(task, null), Given.official("SUR"));

    commands.give(merge("SUS", END, "SUR"), ADMIN);
    commands.give(merge("SUS.F", END, "SUR.F"), ADMIN);
    untilTransferred(planId, "SUR SUS", "SUR.F SUS.F");
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> commands.give(new ReopenTask(task, "Thiếu"), Given.official("SUC")));
    commands.give(new ReopenTask(task, "Thiếu"), Given.official("SUS"));
    untilTransferred(task.value(), "SUR SUS", "SUR.F SUS.F");
  }

  private InspectionId inspect(String planId, LocalDate day) {
    PlanInspection planned =
        new PlanInspection(
            planId,
            "SUX.F",
            "SUX.U",
            day,
            "Quyết định 120/QĐ-SNV",
            List.of(new Inspector("Trần Văn An", "Trưởng đoàn")));
    commands.give(planned, Given.official("SUX.F"));
    return planned.inspectionId();
  }

  private ObstacleId hinder(String planId, String title) {
    RaiseObstacle raised = new RaiseObstacle(planId, null, "SUX.U", title, null);
    commands.give(raised, Given.official("SUX.U"));
    return raised.obstacleId();
  }

  /** What goes on under a plan of SUV besides its duties; its unit has a part in each. */
  private record Beside(
      DraftId draft,
      ModelId model,
      TargetId target,
      BudgetId budget,
      ConsolidationId consolidation) {
    List<String> ids() {
      return List.of(
          model.value(), target.value(), budget.value(), consolidation.value(), draft.value());
    }
  }

  private Beside beside(String planId, String key) {
    Actor issuer = Given.official("SUV");
    Actor focal = Given.official("SUV.F");
    Actor unit = Given.official("SUV.U");
    DraftPlan draft =
        new DraftPlan(
            key,
            GivenPlan.bare()
                .title("Kế hoạch năm sau")
                .issuedBy("SUV")
                .watchedBy("SUV.F")
                .unsigned());
    commands.give(draft, focal);
    RegisterModel model =
        new RegisterModel(planId, "SUV.U", 2024, "Tuyến đường tự quản", null, null, null);
    commands.give(model, unit);
    SetTarget target =
        new SetTarget(
            planId,
            "T9",
            "Hồ sơ đúng hạn",
            Comparison.AT_LEAST,
            BigDecimal.TEN,
            "%",
            null,
            null,
            null,
            List.of("SUV.U"),
            "Bổ sung",
            "CV 3");
    commands.give(target, issuer);
    AllocateBudget budget =
        new AllocateBudget(planId, null, "SUV.U", "Ngân sách xã", 100, "QĐ 512");
    commands.give(budget, issuer);
    commands.give(new DisburseFunds(budget.budgetId(), "UNC 1", 60, null), unit);
    ReportId report = ReportId.of(planId, "R1", "2024-Q1", "SUV.U");
    commands.give(new SubmitReport(report, "nội dung", List.of()), unit);
    commands.give(new AcceptReport(report, null), issuer);
    ConsolidateReports consolidation =
        new ConsolidateReports(planId, "R1", "2024-Q1", "SUV.F", null);
    commands.give(consolidation, focal);
    return new Beside(
        draft.draftId(),
        model.modelId(),
        target.targetId(),
        budget.budgetId(),
        consolidation.consolidationId());
  }

  @Test
  void draftsModelsTargetsBudgetsAndConsolidationsGoToTheSuccessorsUntilTheirPlanIsOver() {
    for (String code : List.of("SUV", "SUW")) {
      commands.give(unit(code, null), ADMIN);
      commands.give(unit(code + ".F", code), ADMIN);
      commands.give(unit(code + ".U", code), ADMIN);
    }
    String planId = issueOf("SUV", "SUV.F", "309", "SUV.U");
    String over = issueOf("SUV", "SUV.F", "310", "SUV.U");
    Beside open = beside(planId, "năm sau");
    Beside closed = beside(over, "năm sau nữa");
    commands.give(new RevokePlan(new PlanId(over), "Sai thẩm quyền", BASIS), Given.official("SUV"));

    commands.give(merge("SUW", END, "SUV"), ADMIN);
    commands.give(merge("SUW.F", END, "SUV.F"), ADMIN);
    commands.give(merge("SUW.U", END, "SUV.U"), ADMIN);
    untilTransferred(open.draft().value(), "SUV SUW", "SUV.F SUW.F");
    untilTransferred(open.model().value(), "SUV SUW", "SUV.F SUW.F", "SUV.U SUW.U");
    untilTransferred(open.target().value(), "SUV SUW", "SUV.F SUW.F", "SUV.U SUW.U");
    untilTransferred(open.budget().value(), "SUV SUW", "SUV.F SUW.F", "SUV.U SUW.U");
    untilTransferred(open.consolidation().value(), "SUV SUW", "SUV.F SUW.F");
    untilNothingIsLeftOf(open, closed);
    assertThat(transfers(closed.draft().value())).hasSize(2);
    assertThat(closed.ids().subList(0, 4))
        .allSatisfy(id -> assertThat(transfers(id)).as(id).isEmpty());

    commands.give(
        new RevisePlan(open.draft(), 1, contentOf(open.draft())), Given.official("SUW.F"));
    commands.give(new BuildModel(open.model(), "Ba tuyến"), Given.official("SUW.U"));
    commands.give(new WithdrawTarget(open.target(), "Thay", "CV 3"), Given.official("SUW"));
    commands.give(new DisburseFunds(open.budget(), "UNC 2", 40, null), Given.official("SUW.U"));
    commands.give(new RenewConsolidation(open.consolidation(), null), Given.official("SUW.F"));
    commands.give(new ForwardConsolidation(open.consolidation(), null), Given.official("SUW.F"));
    commands.give(new ReturnConsolidation(open.consolidation(), "Thiếu"), Given.official("SUW"));
  }

  /** Until no open part of an agency of SUV is left in these. */
  private void untilNothingIsLeftOf(Beside... all) {
    List<String> ids = Stream.of(all).flatMap(each -> each.ids().stream()).toList();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql(
                        """
                        select count(*) from command.open_duty
                         where duty in (:ids) and open and agency like 'SUV%'
                        """)
                    .param("ids", ids)
                    .query(Long.class)
                    .single()
                == 0);
  }

  /** The content that the draft was begun with, under the successors. */
  private static PlanContent contentOf(DraftId draft) {
    return GivenPlan.bare()
        .title("Kế hoạch " + draft.value())
        .issuedBy("SUW")
        .watchedBy("SUW.F")
        .unsigned();
  }

  @Test
  void nobodyActsForAnAgencyThatIsNoMoreAndItsSuccessorRecordsWhatHappenedBefore() {
    String planId = issue("311", "SUC.F1");
    ReportId report = ReportId.of(planId, "R1", "2024-Q1", "SUC.F1");
    accounts.create(new Accounts.New("SUC.F1", "Bà F", Role.OFFICIAL, List.of("SUC.F1")), PASSWORD);
    LocalDate before = END.minusDays(2);
    commands.give(
        new SubmitReport(report, "nội dung", List.of()),
        Given.official("SUC.F1"),
        before,
        "Nhập muộn");
    commands.give(new ReturnReport(report, "Thiếu"), Given.official("SUC"), before, "Nhập muộn");

    commands.give(merge("SUC.F2", END, "SUC.F1"), ADMIN);
    for (String language : List.of("vi", "en")) {
      Answer answer =
          give(
              "submit-report",
              "SUC.F1",
              Map.of("reportId", report.value(), "content", "nội dung"),
              "Accept-Language",
              language);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("AGENCY_ENDED");
      assertThat(answer.json().path("detail").asString())
          .contains(
              "SUC.F1", "30/06/2025", "SUC.F2", language.equals("vi") ? "kế thừa" : "successor");
    }
    Actor deputy =
        new Actor("d", "Ông D.", "SUC.F1", Role.OFFICIAL, new Actor.Mandate("m", "Bà F", null));
    Refused.with(
        RefusalCode.AGENCY_ENDED,
        () ->
            commands.give(
                new SubmitReport(report, "nội dung", List.of()),
                deputy,
                END.minusDays(1),
                "Nhập muộn"));
    untilAllAre(planId, "SUC.F2");
    commands.give(
        new SubmitReport(report, "nội dung", List.of()),
        Given.official("SUC.F2"),
        END.minusDays(1),
        "Nhập muộn");
  }

  @Test
  void anAgencyActsUntilItsLastDay() {
    String planId = issue("312", "SUC.G1");
    commands.give(merge("SUC.G2", LocalDate.of(2200, 1, 1), "SUC.G1"), ADMIN);
    commands.give(
        new SubmitReport(ReportId.of(planId, "R1", "2024-Q1", "SUC.G1"), "nội dung", List.of()),
        Given.official("SUC.G1"));
  }

  /** An agency of which nobody took anything over. */
  private static RegisterAgency until(String code, LocalDate last) {
    RegisterAgency unit = unit(code, "SUC");
    return new RegisterAgency(
        code, unit.name(), unit.kind(), unit.level(), "SUC", unit.validFrom(), last, null);
  }

  @Test
  void whatNobodyTookOverStaysWhereItWasUntilItIsGivenToAnother() {
    commands.give(until("SUC.H1", END.minusDays(1)), ADMIN);
    commands.give(until("SUC.H2", END.minusDays(1)), ADMIN);
    String planId = issueOf("SUC", "SUC.G2", "313", "SUC.H1", "SUC.H3");
    commands.give(merge("SUC.H2", END.minusMonths(1), "SUC.H3"), ADMIN);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql(
                        """
                        select count(*) from command.open_duty
                         where agency = 'SUC.H3' and unclaimed_at is null
                        """)
                    .query(Long.class)
                    .single()
                == 0);
    untilAllAre(planId, "SUC.H1", "SUC.H3");
    Refused.with(
        RefusalCode.AGENCY_ENDED,
        () ->
            commands.give(
                new AcceptTask(TaskId.of(planId, Given.ownPlans().id(), "SUC.H1")),
                Given.official("SUC.H1")));

    for (String ended : List.of("SUC.H1", "SUC.H3")) {
      TaskId task = TaskId.of(planId, Given.ownPlans().id(), ended);
      commands.give(
          new ReassignTask(task, "SUC.H4", "Không có đơn vị kế thừa", "CV 3"),
          Given.official(ended.equals("SUC.H1") ? "SUC" : "SUC.G2"));
      commands.give(new AcceptTask(task), Given.official("SUC.H4"));
      for (String quarter : List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")) {
        commands.give(
            new WaiveReport(
                ReportId.of(planId, "R1", quarter, ended), "Không có đơn vị kế thừa", "CV 3"),
            Given.official("SUC"));
      }
    }
    // What is reassigned is again handed over, also after others stayed where they were.
    commands.give(merge("SUC.H5", END, "SUC.H4"), ADMIN);
    untilTransferred(TaskId.of(planId, Given.ownPlans().id(), "SUC.H1").value(), "SUC.H4 SUC.H5");
  }

  @Test
  void whatNobodyTookOverIsSeenAndGoesOnOnceSomebodyDoesAfterAll() {
    commands.give(until("SUC.L2", END.minusDays(1)), ADMIN);
    String planId = issue("316", "SUC.L1");
    String task = TaskId.of(planId, Given.ownPlans().id(), "SUC.L1").value();
    commands.give(merge("SUC.L2", END.minusMonths(1), "SUC.L1"), ADMIN);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql(
                        """
                        select count(*) from command.open_duty
                         where agency = 'SUC.L1' and unclaimed_at is not null
                        """)
                    .query(Long.class)
                    .single()
                == 5);
    assertThat(transfers(task)).isEmpty();
    assertThat(meters.get("plantrail.succession.left").gauge().value()).isGreaterThanOrEqualTo(5);

    commands.give(merge("SUC.L3", END, "SUC.L2"), ADMIN);
    untilTransferred(task, "SUC.L1 SUC.L3");
    untilAllAre(planId, "SUC.L3");
  }

  @Test
  void whatWasGivenToAnotherBeforeIsNotLeftByAnAgencyThatNobodyFollows() {
    String planId = issue("317", "SUC.N1");
    TaskId task = TaskId.of(planId, Given.ownPlans().id(), "SUC.N1");
    commands.give(
        new ReassignTask(task, "SUC.N3", "Đúng chức năng", "CV 3"), Given.official("SUC"));
    commands.give(until("SUC.N2", END.minusDays(1)), ADMIN);
    commands.give(merge("SUC.N2", END.minusMonths(1), "SUC.N1"), ADMIN);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    jdbc.sql(
                            """
                            select kind from command.open_duty
                             where agency = 'SUC.N1' and unclaimed_at is not null
                             union all
                            select 'untouched' from command.open_duty
                             where agency = 'SUC.N1' and unclaimed_at is null
                            """)
                        .query(String.class)
                        .list())
                .containsExactly("REPORT", "REPORT", "REPORT", "REPORT"));
    assertThat(transfers(task.value())).isEmpty();
  }

  @Test
  void whatIsOpenedForAnAgencyThatHasEndedGoesToItsSuccessorToo() {
    commands.give(merge("SUC.B1", END, "SUC.E1"), ADMIN);
    String planId = issue("302", "SUC.E1");
    untilAllAre(planId, "SUC.B1");
  }

  @Test
  void aChainEndsWithTheOneThatIsThere() {
    String planId = issue("303", "SUC.C1");
    commands.give(merge("SUC.C2", END, "SUC.C1"), ADMIN);
    untilAllAre(planId, "SUC.C2");
    commands.give(
        new DissolveAgency("SUC.C2", "SUC.C3", List.of(), List.of(), END.plusMonths(1), BASIS),
        ADMIN);
    untilAllAre(planId, "SUC.C3");
  }

  @Test
  void aSplitAgencysDutiesGoToTheSharesThatNameTheirPlan() {
    String planId = issue("304", "SUC.D1");
    String other = issue("305", "SUC.D1");
    Refused.forFields(() -> commands.give(split("SUC.D2"), ADMIN), "shares[0].takes[0]");
    commands.give(split(other), ADMIN);
    untilAllAre(planId, "SUC.D2");
    untilAllAre(other, "SUC.D3");
  }

  /** A task of that agency, of which the unit has a part: their identifiers. */
  private List<String> passedOn(String number, String agency, String unit) {
    commands.give(unit(unit, agency), ADMIN);
    AssignTask assign =
        new AssignTask(
            issue(number, agency),
            "X1",
            null,
            "Rà soát",
            agency,
            List.of(DutyRole.EXECUTE),
            null,
            null,
            null);
    commands.give(assign, Given.official("SUC"));
    TaskId whole = assign.taskId();
    commands.give(new AcceptTask(whole), Given.official(agency));
    commands.give(
        new DelegateTask(whole, List.of(new DelegateTask.Part(unit, null, null, null))),
        Given.official(agency));
    String part = task(whole.value()).parts().byId().keySet().iterator().next();
    await().atMost(Duration.ofSeconds(30)).until(() -> tasks.find(part) != null);
    return List.of(whole.value(), part);
  }

  private void areWith(String agency, List<String> wholeAndPart) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          assertThat(task(wholeAndPart.getFirst()).agency()).isEqualTo(agency);
          assertThat(task(wholeAndPart.getLast()).parties().assigner()).isEqualTo(agency);
        });
  }

  @Test
  void aShareThatTakesATaskTakesItsPartsToo() {
    List<String> wholeAndPart = passedOn("331", "SUC.M1", "SUC.M5");
    commands.give(split("SUC.M1", "SUC.M2", "SUC.M3", wholeAndPart.getFirst()), ADMIN);
    areWith("SUC.M3", wholeAndPart);
  }

  @Test
  void whoeverHasTheWholeChargesItsPartsThoughAShareNamesOne() {
    commands.give(unit("SUC.M6", "SUC"), ADMIN);
    List<String> wholeAndPart = passedOn("332", "SUC.M6", "SUC.M7");
    commands.give(split("SUC.M6", "SUC.M2", "SUC.M8", wholeAndPart.getLast()), ADMIN);
    areWith("SUC.M2", wholeAndPart);
  }

  private Task task(String id) {
    return Objects.requireNonNull(tasks.find(id));
  }

  private static SplitAgency split(String taken) {
    return split("SUC.D1", "SUC.D2", "SUC.D3", taken);
  }

  private static SplitAgency split(String ended, String main, String founded, String taken) {
    return new SplitAgency(
        ended,
        main,
        List.of(new Share(founded, List.of(taken))),
        List.of(
            new RegisterAgency(
                founded,
                "UBND mới",
                AgencyKind.PEOPLES_COMMITTEE,
                AgencyLevel.COMMUNE,
                "SUC",
                END,
                null,
                null)),
        END,
        BASIS);
  }

  @Test
  void nothingMovesBeforeItsDayAndNothingTwice() {
    String planId = issue("306", "SUC.E2");
    Map<String, String> before = responsible(planId);
    MergeAgencies later = merge("SUC.B1", LocalDate.of(2200, 1, 1), "SUC.E2");
    commands.give(later, ADMIN);
    assertThat(commands.give(later, ADMIN).events()).isEmpty();
    succession.stop();
    succession.start();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> responsible(planId).equals(before));
  }

  @Test
  void whoLeftADutyDoesNotComeBackToItWhenItIsReadAgain() {
    TaskId task = TaskId.of(issue("314", "SUC.K1"), Given.ownPlans().id(), "SUC.K1");
    commands.give(new ReassignTask(task, "SUC.K2", "Phân công lại", "CV 3"), Given.official("SUC"));
    commands.give(merge("SUC.K3", END, "SUC.K1"), ADMIN);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> parts(task).equals(List.of("SUC true", "SUC.K2 true", "SUC.K3 true")));
    commands.give(new CancelTask(task, "Trùng việc", "CV 3", null), Given.official("SUC"));
    List<String> closed = List.of("SUC false", "SUC.K2 false", "SUC.K3 false");
    await().atMost(Duration.ofSeconds(60)).until(() -> parts(task).equals(closed));
    for (DomainEventMessage<?> message :
        eventStore.readEvents(task.value(), 0).asStream().toList()) {
      automation.on((TaskEvent) message.getPayload(), tokenOf(message));
      assertThat(parts(task)).as("after %s", message.getPayload()).isEqualTo(closed);
    }
  }

  /** Who has a part in the task, and whether it is open. */
  private List<String> parts(TaskId task) {
    return partsOf(task.value());
  }

  private List<String> partsOf(String duty) {
    return jdbc.sql(
            "select agency || ' ' || open from command.open_duty where duty = ? order by agency collate \"C\"")
        .param(duty)
        .query(String.class)
        .list();
  }

  private TrackingToken tokenOf(DomainEventMessage<?> message) {
    return new GlobalSequenceTrackingToken(
        jdbc.sql(
                """
                select n.position from store.event e
                  join store.event_number n using (order_key, place) where e.event_id = ?
                """)
            .param(message.getIdentifier())
            .query(Long.class)
            .single());
  }

  @Test
  void whoARenewedConsolidationIsForByNowHasAPartInIt() {
    duties.begin("renewed", OpenDuties.Kind.CONSOLIDATION, "a-plan", List.of("HGI"), 1);
    automation.on(
        new ConsolidationRenewed(
            "renewed",
            Gathered.of(List.of(), List.of(), List.of()),
            END,
            List.of(),
            List.of(),
            null,
            new Asked("Báo cáo quý", List.of(), List.of("HGI", "HGI.STC"))),
        new GlobalSequenceTrackingToken(2));
    assertThat(partsOf("renewed")).containsExactly("HGI true", "HGI.STC true");
    jdbc.sql("delete from command.open_duty where duty = 'renewed'").update();
  }

  @Test
  void whatBeginsTwiceInOneBatchOfEventsHasItsPartsOnce() {
    UnitOfWork<?> batch =
        DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("batch"));
    duties.begin("twice", OpenDuties.Kind.INSPECTION, "a-plan", List.of("HGI", "HGI.SYT"), 1);
    duties.begin("twice", OpenDuties.Kind.INSPECTION, "a-plan", List.of("HGI", "HGI.SNV"), 2);
    batch.commit();

    assertThat(
            jdbc.sql("select agency from command.open_duty where duty = 'twice' order by agency")
                .query(String.class)
                .list())
        .containsExactly("HGI", "HGI.SNV", "HGI.SYT");
    jdbc.sql("delete from command.open_duty where duty = 'twice'").update();
  }
}
