package plantrail.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.budget.AllocationCorrected;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.budget.BudgetState;
import plantrail.kernel.budget.BudgetTransferred;
import plantrail.kernel.budget.DisbursementCorrected;
import plantrail.kernel.budget.FundsDisbursed;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.consolidation.Asked;
import plantrail.kernel.consolidation.ConsolidationCorrected;
import plantrail.kernel.consolidation.ConsolidationForwarded;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.ConsolidationReturned;
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.consolidation.ConsolidationTransferred;
import plantrail.kernel.consolidation.Correction;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.inspection.InspectionBegun;
import plantrail.kernel.inspection.InspectionCancelled;
import plantrail.kernel.inspection.InspectionClosed;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.inspection.InspectionTransferred;
import plantrail.kernel.inspection.RemedyConfirmed;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.model.ModelAssessed;
import plantrail.kernel.model.ModelBuilt;
import plantrail.kernel.model.ModelProposed;
import plantrail.kernel.model.ModelRecognised;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.model.ModelReplicated;
import plantrail.kernel.model.ModelRewarded;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.model.ModelTransferred;
import plantrail.kernel.model.ModelWithdrawn;
import plantrail.kernel.model.ProposalDeclined;
import plantrail.kernel.obstacle.ObstacleAnswered;
import plantrail.kernel.obstacle.ObstacleClosed;
import plantrail.kernel.obstacle.ObstaclePassedOn;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.obstacle.ObstacleState;
import plantrail.kernel.obstacle.ObstacleTransferred;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DraftIssued;
import plantrail.kernel.plan.DraftTransferred;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanConcluded;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanReturned;
import plantrail.kernel.plan.PlanReviewed;
import plantrail.kernel.plan.PlanRevised;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSubmitted;
import plantrail.kernel.plan.PlanSuperseded;
import plantrail.kernel.plan.PlanSuspended;
import plantrail.kernel.plan.PlanTransferred;
import plantrail.kernel.plan.PlanYearOpened;
import plantrail.kernel.plan.Product;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEscalated;
import plantrail.kernel.report.ReportLapseNoticed;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportReminded;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportRevised;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.ReportTransferred;
import plantrail.kernel.report.ReportUrged;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;
import plantrail.kernel.target.MeasurementCorrected;
import plantrail.kernel.target.MeasurementRecorded;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.target.TargetState;
import plantrail.kernel.target.TargetTransferred;
import plantrail.kernel.target.TargetWithdrawn;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.ExtensionRefused;
import plantrail.kernel.task.ExtensionRequested;
import plantrail.kernel.task.ProductChange;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.ProgressRolledUp;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskAssignerChanged;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskDeclined;
import plantrail.kernel.task.TaskDelegated;
import plantrail.kernel.task.TaskEscalated;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskFulfilled;
import plantrail.kernel.task.TaskLapseNoticed;
import plantrail.kernel.task.TaskProgress;
import plantrail.kernel.task.TaskReassigned;
import plantrail.kernel.task.TaskReminded;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskRescheduled;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskResultReturned;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.task.TaskRevised;
import plantrail.kernel.task.TaskTransferred;
import plantrail.kernel.task.TaskUrged;
import plantrail.kernel.workflow.BudgetWorkflow;
import plantrail.kernel.workflow.Condition;
import plantrail.kernel.workflow.ConsolidationWorkflow;
import plantrail.kernel.workflow.InspectionWorkflow;
import plantrail.kernel.workflow.ModelWorkflow;
import plantrail.kernel.workflow.ObstacleWorkflow;
import plantrail.kernel.workflow.PlanWorkflow;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.ReportWorkflow;
import plantrail.kernel.workflow.TargetWorkflow;
import plantrail.kernel.workflow.TaskWorkflow;

/** Plays random legal lives of plans and their duties; the same seed, the same life. */
final class RandomLife {
  private static final List<AwardKind> AWARDS = List.of(AwardKind.values());
  private static final List<String> AGENCIES =
      List.of("HGI.SNV", "HGI.STC", "HGI.026", "HGI.027", "HGI.026.01");
  private static final Set<Relation> ANYBODY = Set.of(Relation.values());
  private static final Set<Condition> EVERYTHING_HOLDS = Set.of(Condition.values());

  private final Random random;
  private final List<PlanIssued> plans = new ArrayList<>();
  private final Map<String, TaskAssigned> charges = new LinkedHashMap<>();
  private final Map<String, PlanStatus> drafts = new LinkedHashMap<>();
  private final Map<String, TaskProgress> tasks = new LinkedHashMap<>();
  private final Map<String, ReportState> reports = new LinkedHashMap<>();
  private final Map<String, ReportOpened> opened = new LinkedHashMap<>();
  private final Map<String, ConsolidationState> consolidations = new LinkedHashMap<>();
  private final Map<String, ObstacleState> obstacles = new LinkedHashMap<>();
  private final Map<String, InspectionState> inspections = new LinkedHashMap<>();
  private final Map<String, InspectionPlanned> planned = new HashMap<>();
  private final Map<String, PlanStatus> statuses = new LinkedHashMap<>();
  private final Map<String, Integer> versions = new LinkedHashMap<>();
  private final List<String> budgets = new ArrayList<>();
  private final Map<String, ModelState> models = new LinkedHashMap<>();
  private final Map<String, TargetState> targets = new LinkedHashMap<>();
  private final List<PlanIssued> targeted = new ArrayList<>();
  private int serial;

  RandomLife(long seed) {
    this.random = new Random(seed);
  }

  /** The next thing that happens: one or two events. */
  List<DomainEvent> next() {
    int dice = random.nextInt(25);
    if (plans.isEmpty() || dice == 0) {
      PlanIssued plan = Story.plan("" + (100 + plans.size()), "HGI", "HGI.SNV");
      plans.add(plan);
      targeted.add(plan);
      return List.of(plan, Story.target(plan));
    } else if (dice == 20) {
      return plan(any(plans));
    } else if (dice == 19) {
      return draft();
    } else if (dice < 5 || tasks.isEmpty()) {
      TaskAssigned task =
          Story.task(
              any(plans), "A" + serial++, any(AGENCIES), day(), any(List.of(DutyRole.values())));
      charges.put(task.taskId(), task);
      tasks.put(task.taskId(), TaskProgress.ASSIGNED);
      return List.of(task);
    } else if (dice < 8 || reports.isEmpty()) {
      Period period = new Period(Frequency.MONTH, 2030 + serial++, 1);
      ReportOpened report = Story.report(any(plans), period, any(AGENCIES), day());
      reports.put(report.reportId(), ReportState.OPEN);
      opened.put(report.reportId(), report);
      return List.of(report);
    } else if (dice == 8) {
      return inspection();
    }
    return switch (dice) {
      case 9, 10, 11, 12 -> task();
      case 13, 14, 15 -> report();
      case 16 -> consolidation();
      case 17, 18 -> obstacle();
      case 21 -> target();
      case 24 -> budget();
      default -> model();
    };
  }

  /** What else happens to a plan than that its duties are moved. */
  private List<DomainEvent> plan(PlanIssued plan) {
    PlanStatus status = statuses.getOrDefault(plan.planId(), PlanStatus.IN_FORCE);
    List<String> open = PlanWorkflow.TABLE.openTo(status, ANYBODY, EVERYTHING_HOLDS);
    if (open.isEmpty()) {
      return List.of();
    }
    String id = plan.planId();
    PlanEvent event =
        switch (any(open)) {
          case "review-plan" ->
              new PlanReviewed(id, random.nextBoolean(), day(), "đạt yêu cầu", List.of());
          case "amend-plan" -> amended(plan);
          case "suspend-plan" -> new PlanSuspended(id, day(), "thiên tai", null);
          case "resume-plan" -> new PlanResumed(id, day(), 30, 0, "hết thiên tai", null);
          case "open-plan-year" -> new PlanYearOpened(id, 2024 + serial++, day());
          case "transfer-plan" ->
              new PlanTransferred(id, any(AGENCIES), any(AGENCIES), "sáp nhập", "NQ 1");
          case "conclude-plan" -> new PlanConcluded(id, "hoàn thành", 0, 0);
          case "supersede-plan" ->
              new PlanSuperseded(id, any(plans).planId(), "12/KH-UBND", "kế hoạch mới", null);
          case "revoke-plan" -> new PlanRevoked(id, "trái thẩm quyền", "QĐ 2");
          default -> throw new IllegalStateException(status.name());
        };
    statuses.put(id, status.after(event));
    return List.of(event);
  }

  private PlanAmended amended(PlanIssued plan) {
    return Story.amended(plan, versions.merge(plan.planId(), 2, (last, first) -> last + 1));
  }

  /** A plan was amended or goes on, and with it the days of duties are moved; or nothing. */
  List<DomainEvent> movedByThePlan() {
    List<String> movable =
        tasks.keySet().stream()
            .filter(each ->
                TaskWorkflow.TABLE
                    .openTo(tasks.get(each), ANYBODY, EVERYTHING_HOLDS)
                    .contains("reschedule-task"))
            .toList();
    List<PlanIssued> inForce =
        plans.stream()
            .filter(each ->
                statuses.getOrDefault(each.planId(), PlanStatus.IN_FORCE) == PlanStatus.IN_FORCE)
            .toList();
    if (movable.isEmpty() || inForce.isEmpty() || random.nextInt(8) > 0) {
      return List.of();
    }
    return List.of(
        amended(any(inForce)),
        revised(any(movable)),
        new TaskRescheduled(any(movable), day(), day(), "điều chỉnh", null),
        new TaskCancelled(leave(any(movable)), "bãi bỏ", null));
  }

  private TaskRevised revised(String task) {
    return new TaskRevised(
        task,
        2,
        any(List.of("II", "II.4")),
        "nhiệm vụ " + serial++,
        List.of(any(List.of(DutyRole.values()))),
        random.nextBoolean() ? "Sở Nội vụ" : null,
        random.nextBoolean() ? new ProductChange("p", "HGI", null, Product.MODEL) : null,
        "điều chỉnh",
        "Điều 1, KH 90");
  }

  private String leave(String task) {
    tasks.put(
        task, TaskWorkflow.TABLE.take("cancel-task", tasks.get(task), ANYBODY, EVERYTHING_HOLDS));
    return task;
  }

  private List<DomainEvent> draft() {
    PlanContent content = Story.draft("HGI", random.nextBoolean() ? "HGI.SNV" : null);
    if (drafts.isEmpty() || random.nextBoolean()) {
      PlanDrafted draft = Story.drafted("dự thảo " + serial++, content);
      drafts.put(draft.draftId(), PlanStatus.DRAFT);
      return List.of(draft);
    }
    String id = any(List.copyOf(drafts.keySet()));
    List<String> open = PlanWorkflow.TABLE.openTo(drafts.get(id), ANYBODY);
    if (open.isEmpty()) {
      return List.of();
    }
    String command = any(open);
    drafts.put(id, PlanWorkflow.TABLE.take(command, drafts.get(id), ANYBODY));
    return switch (command) {
      case "revise-plan" -> List.of(new PlanRevised(id, content));
      case "submit-plan" -> List.of(new PlanSubmitted(id, null));
      case "return-plan" -> List.of(new PlanReturned(id, "thiếu căn cứ"));
      case "transfer-draft" ->
          List.of(
              new DraftTransferred(
                  id, any(List.of("HGI", "HGI.SNV")), any(AGENCIES), "sáp nhập", "NQ 1"));
      case "issue-draft" -> {
        PlanIssued plan = Story.plan("d" + serial++, "HGI", "HGI.SNV");
        drafts.remove(id);
        plans.add(plan);
        yield List.of(plan, new DraftIssued(id, plan.planId(), plan.document()));
      }
      default -> throw new IllegalStateException(command);
    };
  }

  private List<DomainEvent> task() {
    String id = any(List.copyOf(tasks.keySet()));
    if (tasks.get(id) == TaskProgress.CANCELLED) {
      return List.of(chargedAgain(Objects.requireNonNull(charges.get(id))));
    }
    List<String> open = TaskWorkflow.TABLE.openTo(tasks.get(id), ANYBODY, EVERYTHING_HOLDS);
    if (open.isEmpty()) {
      return List.of();
    }
    String command = any(open);
    tasks.put(id, TaskWorkflow.TABLE.take(command, tasks.get(id), ANYBODY, EVERYTHING_HOLDS));
    return switch (command) {
      case "delegate-task" -> delegated(id);
      default -> List.of(step(command, id));
    };
  }

  /** What was called off is charged again, whoever owes it by then and by another day. */
  private TaskAssigned chargedAgain(TaskAssigned before) {
    tasks.put(before.taskId(), TaskProgress.ASSIGNED);
    return new TaskAssigned(
        before.taskId(),
        before.planId(),
        before.document(),
        before.duty(),
        before.item(),
        before.title(),
        any(AGENCIES),
        before.roles(),
        before.partners(),
        day(),
        before.assigner(),
        before.focal(),
        before.creates(),
        before.inspectionId(),
        day(),
        before.parentTask(),
        before.weight());
  }

  private List<DomainEvent> delegated(String id) {
    TaskDelegated delegated =
        Story.delegated(Objects.requireNonNull(charges.get(id)), "X" + serial++);
    TaskAssigned part = Story.part(any(plans), delegated);
    charges.put(part.taskId(), part);
    tasks.put(part.taskId(), TaskProgress.ASSIGNED);
    return List.of(delegated, part);
  }

  private TaskEvent step(String command, String id) {
    return switch (command) {
      case "accept-task" -> new TaskAccepted(id);
      case "report-progress" ->
          new ProgressReported(
              id, random.nextInt(101), random.nextBoolean() ? "xong" : null, List.of(), List.of());
      case "submit-task-result" -> new TaskResultSubmitted(id, "kết quả", day(), List.of(), null);
      case "accept-task-result" -> new TaskResultAccepted(id, null);
      case "return-task-result" -> new TaskResultReturned(id, "thiếu");
      case "decline-task" -> new TaskDeclined(id, "không thuộc chức năng");
      case "request-extension" -> new ExtensionRequested(id, day(), day(), "chờ ý kiến", null);
      case "grant-extension" -> new ExtensionGranted(id, day(), day(), "chờ ý kiến", "CV 1");
      case "refuse-extension" -> new ExtensionRefused(id, day(), day(), "đã gia hạn");
      case "urge-task" -> new TaskUrged(id, any(AGENCIES), "khẩn trương", day());
      case "reassign-task" ->
          new TaskReassigned(id, any(AGENCIES), any(AGENCIES), "đúng chức năng", null);
      case "reopen-task" -> new TaskReopened(id, "sai số liệu", random.nextInt(101));
      case "cancel-task" -> new TaskCancelled(id, "trùng", null);
      case "remind-task" -> new TaskReminded(id, any(AGENCIES), day(), 3);
      case "notice-task-lapse" -> new TaskLapseNoticed(id, any(AGENCIES), day());
      case "escalate-task" -> new TaskEscalated(id, "HGI", day(), 5);
      case "reschedule-task" -> new TaskRescheduled(id, day(), day(), "điều chỉnh", null);
      case "revise-task" -> revised(id);
      case "transfer-task" ->
          new TaskTransferred(id, any(AGENCIES), any(AGENCIES), "sáp nhập", "NQ 1");
      case "roll-up-progress" -> new ProgressRolledUp(id, id, 10, true, random.nextInt(101));
      case "fulfil-task" -> new TaskFulfilled(id, "p", "12/KH-STC", day());
      case "change-assigner" ->
          new TaskAssignerChanged(id, any(AGENCIES), any(AGENCIES), "đúng chức năng", null);
      case "bring-task-forward" -> new TaskRescheduled(id, day(), day(), "điều chỉnh", null);
      case "unfulfil-task" ->
          new TaskReopened(id, "12/KH-STC: sai thẩm quyền", random.nextInt(101));
      default -> throw new IllegalStateException(command);
    };
  }

  private List<DomainEvent> consolidation() {
    ReportOpened cameIn = any(List.copyOf(opened.values()));
    if (consolidations.isEmpty() || random.nextInt(3) == 0) {
      ReportsConsolidated made = Story.consolidation(any(plans), cameIn, any(AGENCIES));
      if (consolidations.putIfAbsent(made.consolidationId(), ConsolidationState.PREPARED) == null) {
        return List.of(made);
      }
    }
    String id = any(List.copyOf(consolidations.keySet()));
    String command = any(ConsolidationWorkflow.TABLE.openTo(consolidations.get(id), ANYBODY));
    consolidations.put(
        id, ConsolidationWorkflow.TABLE.take(command, consolidations.get(id), ANYBODY));
    List<Figure> figures = List.of(new Figure(cameIn.form().getFirst().id(), "" + serial++));
    return List.of(
        switch (command) {
          case "renew-consolidation" ->
              new ConsolidationRenewed(
                  id,
                  Story.gathered(cameIn, any(AGENCIES)),
                  day(),
                  figures.stream().map(each -> new Correction(each, "trùng")).toList(),
                  List.of(),
                  null,
                  random.nextBoolean()
                      ? null
                      : new Asked("Báo cáo khác", List.of(), List.of("HGI", any(AGENCIES))));
          case "correct-consolidation" ->
              new ConsolidationCorrected(
                  id, figures, random.nextBoolean() ? "sửa" : null, "trùng", List.of());
          case "forward-consolidation" ->
              new ConsolidationForwarded(id, List.of("HGI"), null, day());
          case "return-consolidation" -> new ConsolidationReturned(id, "HGI", "thiếu");
          case "transfer-consolidation" ->
              new ConsolidationTransferred(id, any(AGENCIES), any(AGENCIES), "sáp nhập", "NQ 1");
          default -> throw new IllegalStateException(command);
        });
  }

  private List<DomainEvent> target() {
    TargetSet set = Story.target(any(targeted));
    String id = set.targetId();
    TargetState state = targets.getOrDefault(id, TargetState.SET);
    List<String> open = TargetWorkflow.TABLE.openTo(state, ANYBODY);
    if (open.isEmpty()) {
      return List.of();
    }
    String command = any(open);
    targets.put(id, TargetWorkflow.TABLE.take(command, state, ANYBODY));
    BigDecimal value = BigDecimal.valueOf(random.nextInt(1000), 1);
    return List.of(
        switch (command) {
          case "record-measurement" ->
              new MeasurementRecorded(id, any(AGENCIES), day(), value, null, "đo");
          case "correct-measurement" ->
              new MeasurementCorrected(
                  id, any(AGENCIES), day(), BigDecimal.ONE, value, BigDecimal.TEN, "sai");
          case "change-target" ->
              new TargetChanged(
                  id,
                  set.value(),
                  set.byWhen(),
                  "tỷ lệ " + serial++,
                  any(List.of(Comparison.values())),
                  value,
                  "%",
                  random.nextBoolean() ? day() : null,
                  random.nextBoolean() ? Product.MODEL : null,
                  null,
                  random.nextBoolean() ? List.of("HGI.026", "HGI.SNV") : null,
                  "điều chỉnh",
                  null);
          case "transfer-target" ->
              new TargetTransferred(id, "HGI.SNV", any(AGENCIES), "sáp nhập", "NQ 1");
          case "withdraw-target" -> new TargetWithdrawn(id, "thay bộ chỉ số", null);
          default -> throw new IllegalStateException(command);
        });
  }

  private List<DomainEvent> budget() {
    if (budgets.isEmpty() || random.nextInt(4) == 0) {
      BudgetAllocated allocated = Story.budget(any(plans), any(AGENCIES), "nguồn " + serial++);
      budgets.add(allocated.budgetId());
      return List.of(allocated);
    }
    String id = any(budgets);
    long amount = random.nextLong(9_000_000_000_000_000L);
    return List.of(
        switch (any(BudgetWorkflow.TABLE.openTo(BudgetState.ALLOCATED, ANYBODY))) {
          case "disburse-funds" ->
              new FundsDisbursed(
                  id, "UNC " + serial++, amount, random.nextBoolean() ? "chi" : null, day());
          case "correct-disbursement" ->
              new DisbursementCorrected(id, "UNC " + random.nextInt(serial), 1, amount, "nhầm");
          case "transfer-budget" ->
              new BudgetTransferred(id, any(AGENCIES), any(AGENCIES), "sáp nhập", "NQ 1");
          case "correct-allocation" -> new AllocationCorrected(id, 1, amount, "cắt", "CV 1");
          default -> throw new IllegalStateException();
        });
  }

  private List<DomainEvent> model() {
    if (models.isEmpty() || random.nextInt(4) == 0) {
      ModelRegistered registered = Story.model(any(plans), any(AGENCIES), "mô hình " + serial++);
      models.put(registered.modelId(), ModelState.REGISTERED);
      return List.of(registered);
    }
    String id = any(List.copyOf(models.keySet()));
    ModelState state = models.get(id);
    List<String> open = ModelWorkflow.TABLE.openTo(state, ANYBODY, EVERYTHING_HOLDS);
    if (open.isEmpty()) {
      return List.of();
    }
    String command = any(open);
    models.put(id, ModelWorkflow.TABLE.take(command, state, ANYBODY, EVERYTHING_HOLDS));
    return List.of(
        switch (command) {
          case "build-model" -> new ModelBuilt(id, "ba tuyến đường");
          case "assess-model" -> new ModelAssessed(id, "HGI.SNV", "tốt");
          case "recognise-model" -> new ModelRecognised(id, random.nextBoolean() ? "QĐ 2" : null);
          case "propose-model" -> new ModelProposed(id, "HGI", any(AWARDS), null);
          case "reward-model" -> new ModelRewarded(id, "HGI", any(AWARDS), "417/QĐ", day(), null);
          case "replicate-model" ->
              new ModelReplicated(
                  id, any(plans).planId(), any(AGENCIES), 2025, "bản sao", "c" + serial++);
          case "transfer-model" ->
              new ModelTransferred(id, any(AGENCIES), any(AGENCIES), "sáp nhập", "NQ 1");
          case "decline-proposal" -> new ProposalDeclined(id, "HGI", "chưa đủ điều kiện");
          case "withdraw-model" -> new ModelWithdrawn(id, "trùng");
          default -> throw new IllegalStateException(command);
        });
  }

  private List<DomainEvent> inspection() {
    if (inspections.isEmpty() || random.nextBoolean()) {
      PlanIssued plan = Story.plan("i" + serial++, "HGI", null);
      if (random.nextInt(3) == 0) {
        InspectionPlanned begun = Story.plannedInspection(plan, any(AGENCIES));
        planned.put(begun.inspectionId(), begun);
        inspections.put(begun.inspectionId(), InspectionState.PLANNED);
        return List.of(begun);
      }
      InspectionRecorded inspection = Story.inspection(plan, any(AGENCIES));
      TaskAssigned remedy = Story.remedy(plan, inspection);
      charges.put(remedy.taskId(), remedy);
      tasks.put(remedy.taskId(), TaskProgress.ASSIGNED);
      inspections.put(inspection.inspectionId(), InspectionState.RECORDED);
      return List.of(inspection, remedy);
    }
    String id = any(List.copyOf(inspections.keySet()));
    InspectionState state = inspections.get(id);
    List<String> open = InspectionWorkflow.TABLE.openTo(state, ANYBODY, EVERYTHING_HOLDS);
    if (open.isEmpty()) {
      return List.of();
    }
    String command = any(open);
    inspections.put(id, InspectionWorkflow.TABLE.take(command, state, ANYBODY, EVERYTHING_HOLDS));
    return List.of(
        switch (command) {
          case "begin-inspection" -> new InspectionBegun(id);
          case "record-findings" -> findings(planned.get(id));
          case "cancel-inspection" -> new InspectionCancelled(id, "trùng");
          case "confirm-remedy" -> new RemedyConfirmed(id, null);
          case "close-inspection" -> new InspectionClosed(id, "đã khắc phục");
          case "transfer-inspection" ->
              new InspectionTransferred(id, any(AGENCIES), any(AGENCIES), "sáp nhập", "NQ 1");
          default -> throw new IllegalStateException(command);
        });
  }

  private static InspectionRecorded findings(@Nullable InspectionPlanned planned) {
    InspectionPlanned at = Objects.requireNonNull(planned);
    return new InspectionRecorded(
        at.inspectionId(),
        at.planId(),
        at.document(),
        at.inspector(),
        at.unit(),
        at.plannedOn(),
        at.basis(),
        List.of("đạt"),
        List.of(),
        at.focal(),
        List.of(),
        at.issuer());
  }

  private List<DomainEvent> obstacle() {
    if (obstacles.isEmpty() || random.nextInt(4) == 0) {
      ObstacleRaised raised = Story.obstacle(any(plans), any(AGENCIES), "vướng mắc " + serial++);
      obstacles.put(raised.obstacleId(), ObstacleState.RAISED);
      return List.of(raised);
    }
    String id = any(List.copyOf(obstacles.keySet()));
    List<String> open = ObstacleWorkflow.TABLE.openTo(obstacles.get(id), ANYBODY);
    if (open.isEmpty()) {
      return List.of();
    }
    String command = any(open);
    obstacles.put(id, ObstacleWorkflow.TABLE.take(command, obstacles.get(id), ANYBODY));
    return List.of(
        switch (command) {
          case "pass-on-obstacle" -> new ObstaclePassedOn(id, "HGI.SNV", any(AGENCIES), null);
          case "answer-obstacle" -> new ObstacleAnswered(id, any(AGENCIES), "bổ sung");
          case "transfer-obstacle" ->
              new ObstacleTransferred(id, any(AGENCIES), any(AGENCIES), "sáp nhập", "NQ 1");
          case "close-obstacle" -> new ObstacleClosed(id, random.nextBoolean() ? "thiếu" : null);
          default -> throw new IllegalStateException(command);
        });
  }

  private List<DomainEvent> report() {
    String id = any(List.copyOf(reports.keySet()));
    if (reports.get(id) == ReportState.WITHDRAWN) {
      reports.put(id, ReportState.OPEN);
      return List.of(Objects.requireNonNull(opened.get(id)));
    }
    List<String> open = ReportWorkflow.TABLE.openTo(reports.get(id), ANYBODY, EVERYTHING_HOLDS);
    if (open.isEmpty()) {
      return List.of();
    }
    String command = any(open);
    reports.put(id, ReportWorkflow.TABLE.take(command, reports.get(id), ANYBODY, EVERYTHING_HOLDS));
    return List.of(
        switch (command) {
          case "submit-report" ->
              new ReportSubmitted(
                  id, "nội dung", day(), List.of(new Figure("hs", "" + random.nextInt(5000))));
          case "accept-report" -> new ReportAccepted(id, null);
          case "return-report" -> new ReportReturned(id, "sai số liệu");
          case "urge-report" -> new ReportUrged(id, any(AGENCIES), "khẩn trương", day());
          case "waive-report" -> new ReportWaived(id, "sáp nhập", null);
          case "withdraw-report" -> new ReportWithdrawn(id, "điều chỉnh", "QĐ 1");
          case "remind-report" -> new ReportReminded(id, any(AGENCIES), day(), 3);
          case "notice-report-lapse" -> new ReportLapseNoticed(id, any(AGENCIES), day());
          case "escalate-report" -> new ReportEscalated(id, "HGI", day(), 5);
          case "reschedule-report" -> new ReportRescheduled(id, day(), day(), "điều chỉnh", null);
          case "revise-report" ->
              new ReportRevised(
                  id,
                  2,
                  "báo cáo " + serial++,
                  List.of(new Addressee("HGI", random.nextBoolean() ? any(AGENCIES) : null)),
                  random.nextBoolean() ? Story.FORM : List.of(),
                  "điều chỉnh",
                  "Điều 2, KH 90");
          case "transfer-report" ->
              new ReportTransferred(id, any(AGENCIES), any(AGENCIES), "sáp nhập", "NQ 1");
          default -> throw new IllegalStateException(command);
        });
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private LocalDate day() {
    return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366));
  }
}
