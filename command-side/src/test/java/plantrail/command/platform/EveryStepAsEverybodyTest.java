package plantrail.command.platform;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.FINANCE;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.ISSUED;
import static plantrail.command.Given.NOW;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.RULES;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.kernel.workflow.Relation.ADDRESSEE;
import static plantrail.kernel.workflow.Relation.ASSIGNER;
import static plantrail.kernel.workflow.Relation.CALENDAR_KEEPER;
import static plantrail.kernel.workflow.Relation.CHANNEL;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.HOLDER;
import static plantrail.kernel.workflow.Relation.INSPECTOR;
import static plantrail.kernel.workflow.Relation.ISSUER;
import static plantrail.kernel.workflow.Relation.MANDATOR;
import static plantrail.kernel.workflow.Relation.RAISER;
import static plantrail.kernel.workflow.Relation.REGISTRAR;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SUPERIOR;
import static plantrail.kernel.workflow.Relation.SUPERVISOR;
import static plantrail.kernel.workflow.Relation.SYSTEM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.command.Command;
import plantrail.command.Faulty;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.StepCommand;
import plantrail.command.Stepwise;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.domain.Agency;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.agency.renameagency.RenameAgency;
import plantrail.command.agency.splitagency.SplitAgency;
import plantrail.command.budget.allocatebudget.AllocateBudget;
import plantrail.command.budget.correctallocation.CorrectAllocation;
import plantrail.command.budget.correctdisbursement.CorrectDisbursement;
import plantrail.command.budget.disbursefunds.DisburseFunds;
import plantrail.command.budget.domain.Budget;
import plantrail.command.budget.transferbudget.TransferBudget;
import plantrail.command.calendar.overrideday.OverrideDay;
import plantrail.command.consolidation.consolidatereports.ConsolidateReports;
import plantrail.command.consolidation.correctconsolidation.CorrectConsolidation;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.command.consolidation.forwardconsolidation.ForwardConsolidation;
import plantrail.command.consolidation.renewconsolidation.RenewConsolidation;
import plantrail.command.consolidation.returnconsolidation.ReturnConsolidation;
import plantrail.command.consolidation.transferconsolidation.TransferConsolidation;
import plantrail.command.draft.domain.Draft;
import plantrail.command.draft.draftplan.DraftPlan;
import plantrail.command.draft.issuedraft.IssueDraft;
import plantrail.command.draft.returnplan.ReturnPlan;
import plantrail.command.draft.reviseplan.RevisePlan;
import plantrail.command.draft.submitplan.SubmitPlan;
import plantrail.command.draft.transferdraft.TransferDraft;
import plantrail.command.inspection.begininspection.BeginInspection;
import plantrail.command.inspection.cancelinspection.CancelInspection;
import plantrail.command.inspection.closeinspection.CloseInspection;
import plantrail.command.inspection.confirmremedy.ConfirmRemedy;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.inspection.planinspection.PlanInspection;
import plantrail.command.inspection.recordfindings.RecordFindings;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.inspection.transferinspection.TransferInspection;
import plantrail.command.mandate.domain.Mandate;
import plantrail.command.mandate.grantmandate.GrantMandate;
import plantrail.command.mandate.revokemandate.RevokeMandate;
import plantrail.command.model.assessmodel.AssessModel;
import plantrail.command.model.buildmodel.BuildModel;
import plantrail.command.model.declineproposal.DeclineProposal;
import plantrail.command.model.domain.Model;
import plantrail.command.model.proposemodel.ProposeModel;
import plantrail.command.model.recognisemodel.RecogniseModel;
import plantrail.command.model.registermodel.RegisterModel;
import plantrail.command.model.replicatemodel.ReplicateModel;
import plantrail.command.model.rewardmodel.RewardModel;
import plantrail.command.model.transfermodel.TransferModel;
import plantrail.command.model.withdrawmodel.WithdrawModel;
import plantrail.command.obstacle.answerobstacle.AnswerObstacle;
import plantrail.command.obstacle.closeobstacle.CloseObstacle;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.obstacle.passonobstacle.PassOnObstacle;
import plantrail.command.obstacle.raiseobstacle.RaiseObstacle;
import plantrail.command.obstacle.transferobstacle.TransferObstacle;
import plantrail.command.plan.OpenDuties;
import plantrail.command.plan.amendplan.AmendPlan;
import plantrail.command.plan.concludeplan.ConcludePlan;
import plantrail.command.plan.domain.Plan;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.plan.openplanyear.OpenPlanYear;
import plantrail.command.plan.resumeplan.ResumePlan;
import plantrail.command.plan.reviewplan.ReviewPlan;
import plantrail.command.plan.revokeplan.RevokePlan;
import plantrail.command.plan.supersedeplan.SupersedePlan;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.command.plan.transferplan.TransferPlan;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.domain.OwedReports;
import plantrail.command.report.domain.Report;
import plantrail.command.report.escalatereport.EscalateReport;
import plantrail.command.report.noticereportlapse.NoticeReportLapse;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.report.openreports.OpenReports;
import plantrail.command.report.remindreport.RemindReport;
import plantrail.command.report.reschedulereport.RescheduleReport;
import plantrail.command.report.returnreport.ReturnReport;
import plantrail.command.report.revisereport.ReviseReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.report.transferreport.TransferReport;
import plantrail.command.report.urgereport.UrgeReport;
import plantrail.command.report.waivereport.WaiveReport;
import plantrail.command.report.withdrawreport.WithdrawReport;
import plantrail.command.target.changetarget.ChangeTarget;
import plantrail.command.target.correctmeasurement.CorrectMeasurement;
import plantrail.command.target.domain.Target;
import plantrail.command.target.recordmeasurement.RecordMeasurement;
import plantrail.command.target.settarget.SetTarget;
import plantrail.command.target.transfertarget.TransferTarget;
import plantrail.command.target.withdrawtarget.WithdrawTarget;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.bringtaskforward.BringTaskForward;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.changeassigner.ChangeAssigner;
import plantrail.command.task.declinetask.DeclineTask;
import plantrail.command.task.delegatetask.DelegateTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.escalatetask.EscalateTask;
import plantrail.command.task.fulfiltask.FulfilTask;
import plantrail.command.task.grantextension.GrantExtension;
import plantrail.command.task.noticetasklapse.NoticeTaskLapse;
import plantrail.command.task.reassigntask.ReassignTask;
import plantrail.command.task.refuseextension.RefuseExtension;
import plantrail.command.task.remindtask.RemindTask;
import plantrail.command.task.reopentask.ReopenTask;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.command.task.requestextension.RequestExtension;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.command.task.returntaskresult.ReturnTaskResult;
import plantrail.command.task.revisetask.ReviseTask;
import plantrail.command.task.rollupprogress.RollUpProgress;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.command.task.transfertask.TransferTask;
import plantrail.command.task.unfulfiltask.UnfulfilTask;
import plantrail.command.task.urgetask.UrgeTask;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyMoved;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.FundsDisbursed;
import plantrail.kernel.calendar.DayKind;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationForwarded;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.Inspector;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.mandate.MandateEvent;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.model.ModelAssessed;
import plantrail.kernel.model.ModelBuilt;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelProposed;
import plantrail.kernel.model.ModelRecognised;
import plantrail.kernel.obstacle.ObstacleAnswered;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstacleId;
import plantrail.kernel.obstacle.ObstaclePassedOn;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.DueMoments;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanReviewed;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSubmitted;
import plantrail.kernel.plan.PlanSuspended;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.ReviewKind;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.target.MeasurementRecorded;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.task.ExtensionRequested;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskFulfilled;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.workflow.AgencyWorkflow;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Step;
import plantrail.kernel.workflow.Workflow;
import plantrail.kernel.workflow.Workflows;

/**
 * Every command there is, decided in a state in which it is open, as everybody: something follows
 * for those whom the workflow names, and whoever else gives it is told that they may not. A command
 * without an example here, or one that nobody named by its workflow tries, is a fault: nothing is
 * open by omission.
 */
class EveryStepAsEverybodyTest {
  private static final String CENTRE = "TW";
  private static final String FRONT = "HGI.MTTQ";
  private static final String COMMUNE = DISTRICT + ".001";
  private static final String REASON = "Theo yêu cầu";
  private static final String BASIS = "QĐ 512";
  private static final LocalDate DUE = LocalDate.of(2024, 6, 14);

  private static final Agencies AGENCIES =
      Given.agencies(
          List.of(
              Given.registered(CENTRE, null, AgencyLevel.CENTRAL),
              new AgencyMoved(PROVINCE, CENTRE, LocalDate.of(2010, 1, 1), "NĐ 1"),
              Given.registered(COMMUNE, DISTRICT),
              new AgencyRegistered(
                  FRONT,
                  "Ủy ban Mặt trận Tổ quốc tỉnh",
                  AgencyKind.MASS_ORGANISATION,
                  AgencyLevel.PROVINCE,
                  PROVINCE,
                  LocalDate.of(2000, 1, 1),
                  null,
                  null)));

  /** A day on which all agencies were there already, and nothing else. */
  private static final LocalDate LONG_BEFORE = LocalDate.of(2020, 1, 1);

  /** Without the plan nobody can tell who may. */
  private static final Set<String> DECIDES_WHO_MAY = Set.of("planId");

  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);

  private static final List<Actor> EVERYBODY =
      Stream.concat(
              Stream.of(Actor.SYSTEM, ADMIN, new Actor("auditor", "Kiểm toán", null, Role.AUDITOR)),
              Stream.of(
                      CENTRE,
                      PROVINCE,
                      HOME_AFFAIRS,
                      FINANCE,
                      FRONT,
                      DISTRICT,
                      OTHER_DISTRICT,
                      COMMUNE)
                  .map(Given::official))
          .toList();

  /** Its reports pass through one agency to another, neither of which watches over it. */
  private static final ReportingRule QUARTERLY = quarterly();

  private static final PlanIssued PLAN = GivenPlan.usual().reports(QUARTERLY).issued();
  private static final String PLAN_ID = PLAN.planId();
  private static final Plans PLANS = Given.plans(PLAN);

  private static ReportingRule quarterly() {
    ReportingRule rule = Given.quarterly();
    return new ReportingRule(
        rule.id(),
        rule.title(),
        rule.frequency(),
        rule.window(),
        rule.reporters(),
        rule.due(),
        List.of(new Addressee(CENTRE, FINANCE)));
  }

  /**
   * A command in a state in which it is open.
   *
   * @param command name of the command
   * @param cast who stands in which relation to what it is about
   * @param notNow relations of which the state asks something else
   * @param said the command as that actor gives it
   * @param decision what it comes to
   */
  private record Case(
      String command,
      Map<Relation, Actor> cast,
      Set<Relation> notNow,
      Function<Actor, Command> said,
      Decision<Command> decision) {

    Case notNow(Relation relation) {
      return new Case(command, cast, EnumSet.of(relation), said, decision);
    }

    List<?> decided(Actor actor, Occurrence when) {
      return decision.of(said.apply(actor), actor, when, PLANS);
    }

    Set<Relation> by() {
      return Workflows.of(command).step(command).by();
    }

    /** The relations named by the workflow in which the actor stands. */
    Set<Relation> namedAs(Actor actor) {
      return by().stream().filter(each -> actor.equals(cast.get(each))).collect(toSet());
    }

    /** Whether something under the plans has begun of which it is a step. */
    boolean ofWhatHasBegun() {
      Workflow<?> workflow = Workflows.of(command);
      return workflow != AgencyWorkflow.TABLE && !workflow.step(command).from().isEmpty();
    }

    @Override
    public String toString() {
      return command;
    }
  }

  /** What a command comes to if that actor gives it, when it happened, and under which plans. */
  private interface Decision<C> {
    List<?> of(C command, Actor actor, Occurrence when, Plans plans);
  }

  @SuppressWarnings("unchecked")
  private static <C extends Command> Case given(
      C command, Map<Relation, Actor> cast, Decision<C> decision) {
    return given((Class<C>) command.getClass(), actor -> command, cast, decision);
  }

  private static <C extends Command> Case given(
      Class<C> type, Function<Actor, C> said, Map<Relation, Actor> cast, Decision<C> decision) {
    return new Case(
        CommandRegistry.nameOf(type),
        cast,
        Set.of(),
        said::apply,
        (command, actor, when, plans) -> decision.of(type.cast(command), actor, when, plans));
  }

  private static <S extends Stepwise<?>, C extends StepCommand<S, ?>> Case step(
      C command, Map<Relation, Actor> cast, S subject) {
    return given(
        command, cast, (given, actor, when, plans) -> given.decide(subject, actor, when, plans));
  }

  /** Those agencies' officials, and the system. */
  private static Map<Relation, Actor> cast(Map<Relation, String> agencies) {
    Map<Relation, Actor> cast = new EnumMap<>(Map.of(SYSTEM, Actor.SYSTEM));
    agencies.forEach((relation, agency) -> cast.put(relation, Given.official(agency)));
    return cast;
  }

  private static final Map<Relation, Actor> OF_PLAN =
      cast(Map.of(ISSUER, PROVINCE, FOCAL, HOME_AFFAIRS));

  /** Of what an agency has to do or to spend under the plan. */
  private static final Map<Relation, Actor> OF_DUTY =
      cast(Map.of(RESPONSIBLE, DISTRICT, ISSUER, PROVINCE, FOCAL, HOME_AFFAIRS));

  private static final Map<Relation, Actor> OF_TASK =
      cast(Map.of(RESPONSIBLE, DISTRICT, ASSIGNER, PROVINCE, FOCAL, HOME_AFFAIRS));

  private static final AssignTask ASSIGN =
      new AssignTask(
          PLAN_ID,
          "A9",
          "II.1",
          "Ban hành kế hoạch",
          DISTRICT,
          List.of(DutyRole.EXECUTE),
          null,
          DUE,
          Product.SUBORDINATE_PLAN);

  private static final TaskId TASK = ASSIGN.taskId();

  private static Task task(TaskEvent... then) {
    Task task = Task.evolve(null, ASSIGN.assigned(PLAN, ISSUED), new Taken("x", ISSUED));
    for (TaskEvent event : then) {
      task = Task.evolve(task, event, new Taken("x", ISSUED));
    }
    return task;
  }

  private static Stream<Case> tasks() {
    String id = TASK.value();
    TaskAccepted accepted = new TaskAccepted(id);
    Task atWork = task(accepted);
    TaskResultSubmitted result = new TaskResultSubmitted(id, "Xong", TODAY, List.of(), null);
    Task submitted = task(accepted, result);
    Task asked = task(new ExtensionRequested(id, DUE, DUE.plusDays(9), REASON, null));
    DelegateTask delegate =
        new DelegateTask(TASK, List.of(new DelegateTask.Part(COMMUNE, null, null, null)));
    Task delegated =
        task(
            accepted,
            delegate
                .decide(atWork, Given.official(DISTRICT), WHEN, AGENCIES, other -> null)
                .getFirst());
    String part = delegated.parts().byId().keySet().iterator().next();
    return Stream.of(
        given(
            ASSIGN,
            OF_TASK,
            (command, actor, when, plans) -> command.decide(null, actor, when, plans, AGENCIES)),
        step(new AcceptTask(TASK), OF_TASK, task()),
        step(new DeclineTask(TASK, REASON), OF_TASK, task()),
        given(
            new ReportProgress(TASK, 40, null, List.of(), List.of()),
            OF_TASK,
            (command, actor, when, _) -> command.decide(atWork, actor, when, Given.NO_FILES)),
        given(
            new SubmitTaskResult(TASK, "Xong", List.of(), null),
            OF_TASK,
            (command, actor, when, _) ->
                command.decide(atWork, actor, when, other -> null, Given.NO_FILES)),
        given(
            delegate,
            OF_TASK,
            (command, actor, when, _) ->
                command.decide(atWork, actor, when, AGENCIES, other -> null)),
        given(
            new RequestExtension(TASK, DUE.plusDays(9), REASON, null),
            OF_TASK,
            (command, actor, when, _) -> command.decide(atWork, actor, when, other -> null)),
        step(new AcceptTaskResult(TASK, null), OF_TASK, submitted),
        step(new ReturnTaskResult(TASK, REASON), OF_TASK, submitted),
        given(
            new GrantExtension(TASK, null, null, BASIS),
            OF_TASK,
            (command, actor, when, _) -> command.decide(asked, actor, when, other -> null)),
        step(new RefuseExtension(TASK, REASON), OF_TASK, asked),
        step(new UrgeTask(TASK, "Khẩn trương"), OF_TASK, task()),
        given(
            new ReassignTask(TASK, OTHER_DISTRICT, REASON, BASIS),
            OF_TASK,
            (command, actor, when, _) -> command.decide(task(), actor, when, AGENCIES)),
        step(
            new ReopenTask(TASK, REASON),
            OF_TASK,
            task(accepted, result, new TaskResultAccepted(id, null))),
        step(new CancelTask(TASK, REASON, BASIS, null), OF_TASK, task()),
        step(new RemindTask(TASK, DUE, 7), OF_TASK, task()),
        step(new NoticeTaskLapse(TASK, DUE), OF_TASK, task()),
        step(new EscalateTask(TASK, PROVINCE, DUE, 5), OF_TASK, task()),
        step(new RescheduleTask(TASK, DUE.plusDays(9), REASON, BASIS), OF_TASK, task()),
        given(
            new ReviseTask(
                TASK,
                2,
                null,
                new Task.Matter(
                    "II.1", "Ban hành chương trình", List.of(DutyRole.EXECUTE), null, null),
                REASON,
                BASIS),
            OF_TASK,
            (command, actor, when, _) -> command.decide(task(), actor, when, AGENCIES)),
        step(new TransferTask(TASK, HOME_AFFAIRS, FINANCE, REASON, BASIS), OF_TASK, task()),
        step(new RollUpProgress(TASK, part, 40, true), OF_TASK, delegated),
        step(new FulfilTask(TASK, "p2", "12/KH-UBND", TODAY), OF_TASK, task()),
        step(
            new UnfulfilTask(TASK, "p2", REASON),
            OF_TASK,
            task(new TaskFulfilled(id, "p2", "12/KH-UBND", TODAY))),
        step(new ChangeAssigner(TASK, FINANCE, REASON, BASIS), OF_TASK, task()),
        step(new BringTaskForward(TASK, DUE.minusDays(9), REASON, BASIS), OF_TASK, task()));
  }

  private static final Map<Relation, Actor> OF_REPORT =
      cast(
          Map.of(
              RESPONSIBLE,
              DISTRICT,
              ISSUER,
              PROVINCE,
              FOCAL,
              HOME_AFFAIRS,
              CHANNEL,
              FINANCE,
              ADDRESSEE,
              CENTRE));

  private static final OpenReport OPEN =
      new OpenReport(PLAN_ID, QUARTERLY.id(), DISTRICT, "2024-Q2", null, null);

  private static final ReportId REPORT = OPEN.reportId();

  private static Report report(ReportEvent... then) {
    Report report =
        Report.evolve(
            null,
            OPEN.decide(null, Given.official(PROVINCE), WHEN, PLANS, AGENCIES).getFirst(),
            new Taken("x", TODAY));
    for (ReportEvent event : then) {
      report = Report.evolve(report, event, new Taken("x", TODAY));
    }
    return report;
  }

  private static ReportSubmitted handedIn() {
    return new ReportSubmitted(REPORT.value(), "Kết quả", TODAY, List.of());
  }

  private static Stream<Case> reports() {
    Report submitted = report(handedIn());
    LocalDate due = Objects.requireNonNull(report().due());
    return Stream.of(
        given(
            OPEN,
            OF_REPORT,
            (command, actor, when, plans) -> command.decide(null, actor, when, plans, AGENCIES)),
        given(
            new OpenReports(PLAN_ID, QUARTERLY.id(), null, "2024-Q2", null, null),
            OF_REPORT,
            (command, actor, when, plans) ->
                command.decide(
                    actor,
                    when,
                    plans,
                    AGENCIES,
                    (called, issuer, day) -> Set.of(DISTRICT),
                    (plan, rule, period) -> List.of())),
        step(new SubmitReport(REPORT, "Kết quả", List.of()), OF_REPORT, report()),
        step(new AcceptReport(REPORT, null), OF_REPORT, submitted),
        step(new ReturnReport(REPORT, REASON), OF_REPORT, submitted),
        step(new UrgeReport(REPORT, "Khẩn trương"), OF_REPORT, report()),
        step(new WaiveReport(REPORT, REASON, BASIS), OF_REPORT, report()),
        step(new WithdrawReport(REPORT, REASON, BASIS, null), OF_REPORT, report()),
        step(new RemindReport(REPORT, due, 7), OF_REPORT, report()),
        step(new NoticeReportLapse(REPORT, due), OF_REPORT, report()),
        step(new EscalateReport(REPORT, PROVINCE, due, 5), OF_REPORT, report()),
        step(
            new RescheduleReport(REPORT, due.plusDays(9), REASON, BASIS, null),
            OF_REPORT,
            report()),
        step(
            new ReviseReport(
                REPORT,
                2,
                "Kết quả cải cách",
                List.of(new Addressee(CENTRE, FINANCE)),
                List.of(),
                REASON,
                BASIS),
            OF_REPORT,
            report()),
        step(
            new TransferReport(REPORT, HOME_AFFAIRS, FINANCE, REASON, BASIS), OF_REPORT, report()));
  }

  private static final Map<Relation, Actor> OF_CONSOLIDATION =
      cast(Map.of(CHANNEL, FINANCE, ADDRESSEE, CENTRE));

  private static final ConsolidateReports CONSOLIDATE =
      new ConsolidateReports(PLAN_ID, QUARTERLY.id(), "2024-Q2", FINANCE, "Tổng hợp");

  private static final ConsolidationId CONSOLIDATION = CONSOLIDATE.consolidationId();

  private static final OwedReports ONE_HANDED_IN =
      (plan, rule, period) -> List.of(report(handedIn()));

  private static List<ConsolidationEvent> consolidated(Actor actor, Occurrence when) {
    return CONSOLIDATE.decide(null, actor, when, PLANS, ONE_HANDED_IN, AGENCIES);
  }

  private static Consolidation consolidation(ConsolidationEvent... then) {
    Consolidation consolidation =
        Consolidation.evolve(
            null, consolidated(Given.official(FINANCE), WHEN).getFirst(), Given.taken("x"));
    for (ConsolidationEvent event : then) {
      consolidation = Consolidation.evolve(consolidation, event, Given.taken("x"));
    }
    return consolidation;
  }

  private static Stream<Case> consolidations() {
    return Stream.of(
        given(
            CONSOLIDATE,
            OF_CONSOLIDATION,
            (command, actor, when, plans) ->
                command.decide(null, actor, when, plans, ONE_HANDED_IN, AGENCIES)),
        step(new ForwardConsolidation(CONSOLIDATION, null), OF_CONSOLIDATION, consolidation()),
        step(
            new CorrectConsolidation(CONSOLIDATION, List.of(), "Đã sửa", REASON),
            OF_CONSOLIDATION,
            consolidation()),
        given(
            new RenewConsolidation(CONSOLIDATION, null),
            OF_CONSOLIDATION,
            (command, actor, when, plans) ->
                command.decide(consolidation(), actor, when, plans, ONE_HANDED_IN, AGENCIES)),
        step(
            new ReturnConsolidation(CONSOLIDATION, REASON),
            OF_CONSOLIDATION,
            consolidation(
                new ConsolidationForwarded(CONSOLIDATION.value(), List.of(CENTRE), null, TODAY))),
        step(
            new TransferConsolidation(CONSOLIDATION, FINANCE, HOME_AFFAIRS, REASON, BASIS),
            OF_CONSOLIDATION,
            consolidation()));
  }

  private static Stream<Case> plans() {
    IssuePlan issue = GivenPlan.usual().reports(QUARTERLY).issue();
    PlanId id = new PlanId(PLAN_ID);
    Plan plan = Plan.evolve(null, PLAN, Given.taken("x"));
    Plan reviewed =
        Plan.evolve(
            plan, new PlanReviewed(PLAN_ID, true, TODAY, "Tổng kết", List.of()), Given.taken("x"));
    Plan suspended =
        Plan.evolve(plan, new PlanSuspended(PLAN_ID, TODAY, REASON, BASIS), Given.taken("x"));
    PlanIssued another = GivenPlan.usual().number("74").issued();
    PlanIssued endless =
        GivenPlan.usual().issuedOn(LocalDate.of(2023, 2, 28)).from(null).until(null).issued();
    return Stream.of(
        given(
            issue,
            OF_PLAN,
            (command, actor, when, plans) ->
                command.decide(null, actor, when, AGENCIES, Given.plans(null), RULES)),
        step(new ReviewPlan(id, ReviewKind.INTERIM, "Sơ kết", List.of()), OF_PLAN, plan),
        given(
            new AmendPlan(
                id,
                1,
                REASON,
                BASIS,
                "Điều 1",
                List.of(),
                Given.with(PLAN.items(), new Item("III", "Kinh phí")),
                null,
                null,
                null),
            OF_PLAN,
            (command, actor, when, plans) -> command.decide(plan, actor, when, AGENCIES, plans)),
        step(new SuspendPlan(id, REASON, BASIS), OF_PLAN, plan),
        step(new ResumePlan(id, DueMoments.KEEP, REASON, BASIS), OF_PLAN, suspended),
        given(
            new ConcludePlan(id, "Hoàn thành"),
            OF_PLAN,
            (command, actor, when, _) ->
                command.decide(reviewed, actor, when, open -> new OpenDuties.Count(0, 0))),
        given(
            new SupersedePlan(id, new PlanId(another.planId()), REASON, BASIS),
            OF_PLAN,
            (command, actor, when, plans) ->
                command.decide(plan, actor, when, Given.plans(another), AGENCIES)),
        step(new RevokePlan(id, REASON, BASIS), OF_PLAN, plan),
        step(
            new OpenPlanYear(new PlanId(endless.planId()), 2024),
            OF_PLAN,
            Plan.evolve(null, endless, Given.taken("x"))),
        step(new TransferPlan(id, HOME_AFFAIRS, FINANCE, REASON, BASIS), OF_PLAN, plan));
  }

  private static Stream<Case> drafts() {
    PlanContent content = GivenPlan.usual().unsigned();
    DraftPlan begin = new DraftPlan("dan-van", content);
    DraftId id = begin.draftId();
    DraftEvent drafted =
        begin.decide(null, Given.official(PROVINCE), WHEN, AGENCIES, Given.plans(null)).getFirst();
    Draft draft = Draft.evolve(null, drafted, new Taken("x", ISSUED));
    Draft submitted =
        Draft.evolve(draft, new PlanSubmitted(id.value(), null), new Taken("x", ISSUED));
    PlanContent otherwise = GivenPlan.usual().until(null).unsigned();
    return Stream.of(
        given(
            begin,
            OF_PLAN,
            (command, actor, when, plans) ->
                command.decide(null, actor, when, AGENCIES, Given.plans(null))),
        given(
            new RevisePlan(id, 1, otherwise),
            OF_PLAN,
            (command, actor, when, plans) ->
                command.decide(draft, actor, when, AGENCIES, Given.plans(null))),
        step(new SubmitPlan(id, null), OF_PLAN, draft),
        step(new ReturnPlan(id, REASON), OF_PLAN, submitted),
        given(
            new IssueDraft(id, "75", "KH-UBND", ISSUED),
            OF_PLAN,
            (command, actor, when, plans) ->
                command.decide(submitted, actor, when, AGENCIES, Given.plans(null))),
        step(new TransferDraft(id, HOME_AFFAIRS, FINANCE, REASON, BASIS), OF_PLAN, draft));
  }

  private static final Map<Relation, Actor> OF_NEW_INSPECTION =
      cast(
          Map.of(
              RESPONSIBLE,
              DISTRICT,
              ISSUER,
              PROVINCE,
              FOCAL,
              HOME_AFFAIRS,
              SUPERIOR,
              CENTRE,
              SUPERVISOR,
              FRONT));

  private static final Map<Relation, Actor> OF_INSPECTION =
      cast(Map.of(INSPECTOR, FINANCE, ISSUER, PROVINCE, FOCAL, HOME_AFFAIRS));

  private static Stream<Case> inspections() {
    InspectionId id = InspectionId.of(PLAN_ID, FINANCE, DISTRICT, TODAY);
    List<Inspector> team = List.of(new Inspector("Bà H.", null));
    Inspection planned =
        inspection(
            new InspectionPlanned(
                id.value(),
                PLAN_ID,
                PLAN.document(),
                FINANCE,
                DISTRICT,
                TODAY,
                BASIS,
                team,
                PROVINCE,
                HOME_AFFAIRS));
    Inspection faultless = inspection(recorded(id, List.of()));
    Inspection toMend = inspection(recorded(id, List.of(new Recommendation("Sửa", DUE))));
    Task calledOff = task(new TaskCancelled(TASK.value(), REASON, BASIS));
    return Stream.of(
        given(
            PlanInspection.class,
            actor -> new PlanInspection(PLAN_ID, inspector(actor), DISTRICT, TODAY, BASIS, team),
            OF_NEW_INSPECTION,
            (command, actor, when, plans) -> command.decide(null, actor, when, plans, AGENCIES)),
        given(
            RecordInspection.class,
            actor ->
                new RecordInspection(
                    PLAN_ID,
                    inspector(actor),
                    DISTRICT,
                    TODAY,
                    null,
                    List.of("Đúng tiến độ"),
                    List.of(),
                    List.of()),
            OF_NEW_INSPECTION,
            (command, actor, when, plans) -> command.decide(null, actor, when, plans, AGENCIES)),
        step(new BeginInspection(id), OF_INSPECTION, planned),
        step(new CancelInspection(id, REASON), OF_INSPECTION, planned),
        step(
            new RecordFindings(id, List.of("Đúng tiến độ"), List.of(), List.of()),
            OF_INSPECTION,
            planned),
        given(
            new ConfirmRemedy(id, null),
            OF_INSPECTION,
            (command, actor, when, _) -> command.decide(toMend, actor, when, task -> calledOff)),
        given(
            new CloseInspection(id, "Đạt"),
            OF_INSPECTION,
            (command, actor, when, _) -> command.decide(faultless, actor, when, task -> null)),
        step(
            new TransferInspection(id, HOME_AFFAIRS, FINANCE, REASON, BASIS),
            OF_INSPECTION,
            planned));
  }

  /** Everybody inspects in their own agency's name; who has none says it was the issuer. */
  private static String inspector(Actor actor) {
    return actor.agency() == null ? PROVINCE : actor.agency();
  }

  private static InspectionRecorded recorded(InspectionId id, List<Recommendation> toMend) {
    return new InspectionRecorded(
        id.value(),
        PLAN_ID,
        PLAN.document(),
        FINANCE,
        DISTRICT,
        TODAY,
        BASIS,
        List.of("Chậm"),
        toMend,
        HOME_AFFAIRS,
        List.of(),
        PROVINCE);
  }

  private static Inspection inspection(InspectionEvent event) {
    return Inspection.evolve(null, event, new Taken("x", TODAY));
  }

  private static final Map<Relation, Actor> OF_OBSTACLE =
      cast(Map.of(RESPONSIBLE, DISTRICT, RAISER, DISTRICT, HOLDER, FINANCE, FOCAL, HOME_AFFAIRS));

  private static Stream<Case> obstacles() {
    RaiseObstacle raise = new RaiseObstacle(PLAN_ID, null, DISTRICT, "Thiếu kinh phí", null);
    ObstacleId id = raise.obstacleId();
    Obstacle raised =
        Obstacle.evolve(
            null,
            raise
                .decide(null, Given.official(DISTRICT), WHEN, PLANS, task -> null, AGENCIES)
                .getFirst(),
            Given.taken("x"));
    ObstacleEvent passing = new ObstaclePassedOn(id.value(), HOME_AFFAIRS, FINANCE, null);
    Obstacle passedOn = Obstacle.evolve(raised, passing, Given.taken("x"));
    Obstacle answered =
        Obstacle.evolve(
            passedOn, new ObstacleAnswered(id.value(), FINANCE, "Đã cấp"), Given.taken("x"));
    return Stream.of(
        given(
            raise,
            OF_OBSTACLE,
            (command, actor, when, plans) ->
                command.decide(null, actor, when, plans, task -> null, AGENCIES)),
        given(
            new PassOnObstacle(id, PROVINCE, null),
            OF_OBSTACLE,
            (command, actor, when, _) -> command.decide(passedOn, actor, when, AGENCIES)),
        step(new AnswerObstacle(id, "Đã cấp"), OF_OBSTACLE, passedOn),
        step(new CloseObstacle(id, null), OF_OBSTACLE, answered),
        step(
            new TransferObstacle(id, HOME_AFFAIRS, FINANCE, REASON, BASIS), OF_OBSTACLE, passedOn));
  }

  /** Of one that was proposed upward. */
  private static final Map<Relation, Actor> OF_PROPOSED_MODEL =
      cast(Map.of(RESPONSIBLE, DISTRICT, ISSUER, PROVINCE, FOCAL, HOME_AFFAIRS, SUPERIOR, CENTRE));

  private static Stream<Case> models() {
    RegisterModel register =
        new RegisterModel(PLAN_ID, DISTRICT, 2024, "Tuyến đường tự quản", null, null, null);
    ModelId model = register.modelId();
    String id = model.value();
    ModelEvent first =
        register
            .decide(
                null, Given.official(DISTRICT), WHEN, PLANS, task -> null, none -> null, AGENCIES)
            .getFirst();
    Model registered = Model.evolve(null, first, Given.taken("x"));
    Model built = Model.evolve(registered, new ModelBuilt(id, "Xong"), Given.taken("x"));
    Model assessed =
        Model.evolve(built, new ModelAssessed(id, HOME_AFFAIRS, "Tốt"), Given.taken("x"));
    Model recognised = Model.evolve(assessed, new ModelRecognised(id, BASIS), Given.taken("x"));
    Model proposed =
        Model.evolve(
            recognised,
            new ModelProposed(id, CENTRE, AwardKind.CERTIFICATE_OF_MERIT, BASIS),
            Given.taken("x"));
    RewardModel reward = new RewardModel(model, AwardKind.COMMENDATION, BASIS, TODAY, null);
    return Stream.of(
        given(
            register,
            OF_DUTY,
            (command, actor, when, plans) ->
                command.decide(null, actor, when, plans, task -> null, none -> null, AGENCIES)),
        step(new BuildModel(model, "Xong"), OF_DUTY, registered),
        step(new AssessModel(model, "Tốt"), OF_DUTY, built),
        step(new RecogniseModel(model, BASIS), OF_DUTY, assessed),
        given(
            reward,
            OF_DUTY,
            (command, actor, when, plans) ->
                command.decide(recognised, actor, when, plans, AGENCIES)),
        given(
                reward,
                OF_PROPOSED_MODEL,
                (command, actor, when, plans) ->
                    command.decide(proposed, actor, when, plans, AGENCIES))
            .notNow(ISSUER),
        step(new DeclineProposal(model, REASON), OF_PROPOSED_MODEL, proposed),
        given(
            new ProposeModel(model, CENTRE, AwardKind.CERTIFICATE_OF_MERIT, BASIS),
            OF_DUTY,
            (command, actor, when, plans) ->
                command.decide(recognised, actor, when, plans, AGENCIES)),
        given(
            new ReplicateModel(model, OTHER_DISTRICT, 2024),
            OF_DUTY,
            (command, actor, when, plans) ->
                command.decide(recognised, actor, when, plans, AGENCIES)),
        step(new WithdrawModel(model, REASON), OF_DUTY, registered),
        step(new WithdrawModel(model, REASON), OF_DUTY, recognised).notNow(RESPONSIBLE),
        step(new TransferModel(model, HOME_AFFAIRS, FINANCE, REASON, BASIS), OF_DUTY, registered));
  }

  private static Stream<Case> targets() {
    BigDecimal value = BigDecimal.valueOf(95);
    SetTarget set =
        new SetTarget(
            PLAN_ID,
            "T1",
            "Hồ sơ đúng hạn",
            Comparison.AT_LEAST,
            value,
            "%",
            DUE,
            null,
            null,
            null,
            REASON,
            BASIS);
    TargetId id = set.targetId();
    TargetEvent first = set.decide(null, Given.official(PROVINCE), WHEN, PLANS).getFirst();
    Target target = Target.evolve(null, first, Given.taken("x"));
    Target measured =
        Target.evolve(
            target,
            new MeasurementRecorded(id.value(), DISTRICT, TODAY, value, null, null),
            Given.taken("x"));
    return Stream.of(
        given(
            set,
            OF_DUTY,
            (command, actor, when, plans) -> command.decide(null, actor, when, plans)),
        given(
            new RecordMeasurement(id, DISTRICT, TODAY, value, null, null),
            OF_DUTY,
            (command, actor, when, plans) -> command.decide(target, actor, when, plans, AGENCIES)),
        step(
            new CorrectMeasurement(id, DISTRICT, TODAY, BigDecimal.TEN, null, REASON),
            OF_DUTY,
            measured),
        step(
            new ChangeTarget(
                id,
                "Hồ sơ đúng hạn",
                Comparison.AT_LEAST,
                BigDecimal.TEN,
                "%",
                DUE,
                null,
                null,
                null,
                REASON,
                BASIS),
            OF_DUTY,
            target),
        step(new WithdrawTarget(id, REASON, BASIS), OF_DUTY, target),
        step(new TransferTarget(id, HOME_AFFAIRS, FINANCE, REASON, BASIS), OF_DUTY, target));
  }

  private static Stream<Case> budgets() {
    AllocateBudget allocate =
        new AllocateBudget(PLAN_ID, null, DISTRICT, "Ngân sách tỉnh", 100, BASIS);
    BudgetEvent first =
        allocate.decide(null, Given.official(PROVINCE), WHEN, PLANS, AGENCIES).getFirst();
    Budget budget = Budget.evolve(null, first, Given.taken("x"));
    Budget disbursed =
        Budget.evolve(
            budget,
            new FundsDisbursed(allocate.budgetId().value(), "UNC 1", 10, null, TODAY),
            Given.taken("x"));
    return Stream.of(
        given(
            allocate,
            OF_DUTY,
            (command, actor, when, plans) -> command.decide(null, actor, when, plans, AGENCIES)),
        step(new DisburseFunds(allocate.budgetId(), "UNC 1", 10, null), OF_DUTY, budget),
        step(new CorrectDisbursement(allocate.budgetId(), "UNC 1", 9, REASON), OF_DUTY, disbursed),
        step(new CorrectAllocation(allocate.budgetId(), 90, REASON, BASIS), OF_DUTY, budget),
        step(
            new TransferBudget(allocate.budgetId(), HOME_AFFAIRS, FINANCE, REASON, BASIS),
            OF_DUTY,
            budget));
  }

  private static Stream<Case> registry() {
    Map<Relation, Actor> cast = Map.of(REGISTRAR, ADMIN, SYSTEM, Actor.SYSTEM);
    LocalDate day = LocalDate.of(2025, 7, 1);
    Agency district = Objects.requireNonNull(AGENCIES.agency(DISTRICT));
    return Stream.of(
        given(
            new RegisterAgency(
                "HGI.030",
                "UBND huyện mới",
                AgencyKind.PEOPLES_COMMITTEE,
                AgencyLevel.DISTRICT,
                PROVINCE,
                day,
                null,
                null),
            cast,
            (command, actor, _, _) -> command.decide(null, actor, AGENCIES)),
        given(
            new RenameAgency(DISTRICT, "UBND thị xã", day, BASIS),
            cast,
            (command, actor, when, _) -> command.decide(district, actor, when)),
        given(
            new MoveAgency(DISTRICT, CENTRE, day, BASIS),
            cast,
            (command, actor, when, _) -> command.decide(district, actor, when, AGENCIES)),
        given(
            new MergeAgencies(List.of(DISTRICT), OTHER_DISTRICT, List.of(), day, BASIS),
            cast,
            (command, actor, when, _) -> command.decide(actor, when, AGENCIES)),
        given(
            new SplitAgency(DISTRICT, OTHER_DISTRICT, List.of(), List.of(), day, BASIS),
            cast,
            (command, actor, when, _) -> command.decide(actor, when, AGENCIES)),
        given(
            new DissolveAgency(DISTRICT, OTHER_DISTRICT, List.of(), List.of(), day, BASIS),
            cast,
            (command, actor, when, _) -> command.decide(actor, when, AGENCIES)),
        given(
            new OverrideDay(day, DayKind.OFF, BASIS, OverrideDay.Reach.NEW_PLANS),
            Map.of(CALENDAR_KEEPER, ADMIN, SYSTEM, Actor.SYSTEM),
            (command, actor, _, _) -> command.decide(null, actor, NOW)));
  }

  private static Stream<Case> mandates() {
    Map<Relation, Actor> cast =
        Map.of(MANDATOR, Given.official(DISTRICT), REGISTRAR, ADMIN, SYSTEM, Actor.SYSTEM);
    GrantMandate grant = new GrantMandate(DISTRICT, "hoa", null, TODAY, DUE, BASIS);
    return Stream.of(
        given(grant, cast, EveryStepAsEverybodyTest::granted),
        step(
            new RevokeMandate(grant.mandateId(), REASON),
            cast,
            Mandate.evolve(null, granted(grant, ADMIN, WHEN, PLANS).getFirst(), Given.taken("p"))));
  }

  private static List<? extends MandateEvent> granted(
      GrantMandate grant, Actor actor, Occurrence when, Plans plans) {
    return grant.decide(null, actor, when, AGENCIES, plans, person -> "Bà Hoa");
  }

  private static final List<Case> CASES =
      Stream.of(
              tasks(),
              reports(),
              consolidations(),
              plans(),
              drafts(),
              inspections(),
              obstacles(),
              models(),
              targets(),
              budgets(),
              registry(),
              mandates())
          .flatMap(each -> each)
          .toList();

  @Test
  void everyCommandAndEveryStepOfAWorkflowIsTried() {
    Set<String> tried = CASES.stream().map(Case::command).collect(toSet());
    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(new CommandRegistry().all().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Workflows.ALL.stream()
                .flatMap(workflow -> workflow.steps().stream().map(Step::command))
                .toList());
  }

  @Test
  void everyStepIsTriedByEachRelationThatItsWorkflowNames() {
    Map<String, Set<Relation>> taken =
        CASES.stream()
            .collect(
                groupingBy(
                    Case::command,
                    TreeMap::new,
                    flatMapping(
                        each ->
                            EVERYBODY.stream()
                                .flatMap(actor -> each.namedAs(actor).stream())
                                .filter(relation -> !each.notNow().contains(relation)),
                        toCollection(() -> EnumSet.noneOf(Relation.class)))));
    assertThat(taken)
        .allSatisfy((command, by) ->
            assertThat(by)
                .as(command)
                .containsExactlyInAnyOrderElementsOf(Workflows.of(command).step(command).by()));
    assertThat(Arrays.stream(Relation.values()))
        .as("a relation that may do nothing is none")
        .allMatch(relation -> taken.values().stream().anyMatch(by -> by.contains(relation)));
  }

  static Stream<Arguments> everyStepAsEverybody() {
    return CASES.stream().flatMap(each -> EVERYBODY.stream().map(who -> Arguments.of(each, who)));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("everyStepAsEverybody")
  void aStepIsTakenByThoseWhomItsWorkflowNamesAndByNobodyElse(Case step, Actor actor) {
    Set<Relation> named = step.namedAs(actor);
    RefusalCode expected =
        named.isEmpty()
            ? RefusalCode.NOT_PERMITTED
            : step.notNow().containsAll(named) ? RefusalCode.INVALID_STATE : null;
    RefusalCode refused = null;
    try {
      assertThat(step.decided(actor, WHEN))
          .as("what follows of %s as %s", step, actor.person())
          .isNotEmpty();
    } catch (Refusal refusal) {
      refused = refusal.code();
    }
    assertThat(refused).as("%s as %s", step, actor.person()).isEqualTo(expected);
  }

  static Stream<Arguments> everyStepOfWhatHasBegunAsThoseWhoMayTakeIt() {
    return CASES.stream()
        .filter(Case::ofWhatHasBegun)
        .flatMap(each ->
            EVERYBODY.stream()
                .filter(who -> !each.notNow().containsAll(each.namedAs(who)))
                .map(who -> Arguments.of(each, who)));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("everyStepOfWhatHasBegunAsThoseWhoMayTakeIt")
  void noStepIsStatedOnADayBeforeThatBeganOfWhichItIsAStep(Case step, Actor actor) {
    assertThatThrownBy(
            () -> step.decided(actor, WHEN.on(LONG_BEFORE)), "%s as %s", step, actor.person())
        .asInstanceOf(type(Refusal.class))
        .extracting(Refusal::errors, list(FieldError.class))
        .extracting(FieldError::field, FieldError::message)
        .contains(tuple(Occurrence.DAY, "field.before-begin"));
  }

  static Stream<Case> everyStep() {
    return CASES.stream();
  }

  /** Who may take a step is told what is wrong with it; whoever may not learns nothing of that. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("everyStep")
  void whoMayNotTakeAStepIsToldThatWhateverTheySay(Case step) {
    for (Actor actor : EVERYBODY) {
      if (!step.namedAs(actor).isEmpty()) {
        continue;
      }
      Command said = step.said().apply(actor);
      for (Command faulty : Faulty.of(said, DECIDES_WHO_MAY).toList()) {
        assertNotPermitted(step, faulty, actor, WHEN, PLANS);
      }
      for (PlanStatus status : PlanStatus.values()) {
        assertNotPermitted(step, said, actor, WHEN, Given.plans(PLAN, status));
      }
      assertNotPermitted(step, said, actor, Given.on(TODAY.plusYears(1)), PLANS);
      assertNotPermitted(step, said, actor, Given.on(LONG_BEFORE), PLANS);
    }
  }

  @Test
  void nothingBeginsUnderAPlanThatIsOver() {
    Set<String> refused =
        CASES.stream()
            .filter(each -> Workflows.of(each.command()).step(each.command()).from().isEmpty())
            .filter(each ->
                EVERYBODY.stream()
                    .filter(actor -> actor != Actor.SYSTEM && !each.namedAs(actor).isEmpty())
                    .allMatch(actor -> isRefusedOnceThePlanIsOver(each, actor)))
            .map(Case::command)
            .collect(toSet());
    assertThat(refused)
        .containsExactlyInAnyOrder(
            "assign-task",
            "open-report",
            "open-reports",
            "consolidate-reports",
            "plan-inspection",
            "record-inspection",
            "raise-obstacle",
            "register-model",
            "set-target",
            "allocate-budget");
  }

  private static boolean isRefusedOnceThePlanIsOver(Case step, Actor actor) {
    try {
      Plans over = Given.plans(PLAN, PlanStatus.REVOKED);
      step.decision().of(step.said().apply(actor), actor, WHEN, over);
      return false;
    } catch (Refusal refusal) {
      return refusal.code() == RefusalCode.INVALID_STATE;
    }
  }

  private static void assertNotPermitted(
      Case step, Command said, Actor actor, Occurrence when, Plans plans) {
    assertThatThrownBy(
            () -> step.decision().of(said, actor, when, plans), "%s as %s", said, actor.person())
        .asInstanceOf(type(Refusal.class))
        .extracting(Refusal::code)
        .as("%s as %s on %s", said, actor.person(), when.day())
        .isEqualTo(RefusalCode.NOT_PERMITTED);
  }

  @Test
  void aFaultyCommandIsRefusedToThoseWhoMayGiveItForItsFault() {
    Set<String> neverFaulty =
        CASES.stream().collect(groupingBy(Case::command)).entrySet().stream()
            .filter(each -> each.getValue().stream().noneMatch(EveryStepAsEverybodyTest::isFaulty))
            .map(Map.Entry::getKey)
            .filter(command -> !Workflows.of(command).step(command).by().equals(Set.of(SYSTEM)))
            .collect(toSet());
    assertThat(neverFaulty)
        .as("say nothing that could be faulty")
        .containsExactlyInAnyOrder("accept-task", "begin-inspection");
  }

  private static boolean isFaulty(Case step) {
    return EVERYBODY.stream()
        .filter(actor -> actor != Actor.SYSTEM && !step.namedAs(actor).isEmpty())
        .anyMatch(actor ->
            Faulty.of(step.said().apply(actor), DECIDES_WHO_MAY)
                .anyMatch(each -> isRefused(step, each, actor)));
  }

  private static boolean isRefused(Case step, Command said, Actor actor) {
    try {
      step.decision().of(said, actor, WHEN, PLANS);
      return false;
    } catch (Refusal refusal) {
      return refusal.code() != RefusalCode.NOT_PERMITTED;
    }
  }
}
