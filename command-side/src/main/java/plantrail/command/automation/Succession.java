package plantrail.command.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import plantrail.command.agency.domain.Agency;
import plantrail.command.budget.transferbudget.TransferBudget;
import plantrail.command.consolidation.transferconsolidation.TransferConsolidation;
import plantrail.command.draft.transferdraft.TransferDraft;
import plantrail.command.inspection.transferinspection.TransferInspection;
import plantrail.command.model.transfermodel.TransferModel;
import plantrail.command.obstacle.transferobstacle.TransferObstacle;
import plantrail.command.plan.transferplan.TransferPlan;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Commands;
import plantrail.command.platform.Plans;
import plantrail.command.report.transferreport.TransferReport;
import plantrail.command.target.transfertarget.TransferTarget;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.transfertask.TransferTask;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.obstacle.ObstacleId;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.task.TaskId;

/**
 * Puts the successor in the place of an agency that was merged, split or dissolved, in all plans
 * that run or are drafted and in all that is open when its end takes effect (duties, inspections,
 * obstacles, and the models, targets, budgets and consolidations of plans that run), and in what is
 * opened for it or again later. What is closed stays where it was. The work is done part by part
 * beside the events, a command a duty, so that it may be killed at any moment and goes on with what
 * is left.
 */
@Component
public class Succession implements SmartLifecycle {
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final OpenDuties duties;
  private final Agencies agencies;
  private final Plans plans;
  private final Tasks tasks;
  private final Commands commands;
  private final EventStore eventStore;
  private final Clock clock;
  private final int part;
  private final Duration lease;
  private final Background background = new Background("succession", this::transferPart, IDLE);

  Succession(
      OpenDuties duties,
      Agencies agencies,
      Plans plans,
      Tasks tasks,
      Commands commands,
      EventStore eventStore,
      @Qualifier("clock") Clock clock,
      @Value("${plantrail.succession.part:200}") int part,
      @Value("${plantrail.succession.lease:60s}") Duration lease) {
    this.duties = duties;
    this.agencies = agencies;
    this.plans = plans;
    this.tasks = tasks;
    this.commands = commands;
    this.eventStore = eventStore;
    this.clock = clock;
    this.part = part;
    this.lease = lease;
  }

  /** There are agencies that end as soon as what is being written is on record. */
  void signalAfterCommit() {
    background.signalAfterCommit();
  }

  private boolean transferPart() {
    LocalDate today = LocalTime.dayOf(clock.instant());
    long told = duties.toldOfEnds();
    OpenDuties.End end = duties.take(today, told, lease).orElse(null);
    if (end == null) {
      return false;
    }
    Agency agency = Objects.requireNonNull(agencies.agency(end.code()));
    String basis = Objects.requireNonNull(agency.ending()).basis();
    boolean shared = isShared(end.code());
    for (OpenDuties.Part each : duties.parts(end.code(), told, part)) {
      if (!background.isRunning()) {
        break;
      }
      transfer(end, basis, shared, each, today, told);
    }
    duties.release(end.code());
    return true;
  }

  /** Whether shares decide who takes over from that agency, or from those that did. */
  private boolean isShared(String code) {
    return Stream.concat(Stream.of(code), agencies.successors(code).stream())
        .map(agencies::agency)
        .map(each -> each == null ? null : each.ending())
        .anyMatch(ending -> ending != null && !ending.shares().isEmpty());
  }

  private void transfer(
      OpenDuties.End end,
      String basis,
      boolean shared,
      OpenDuties.Part duty,
      LocalDate today,
      long told) {
    if (duty.kind().endsWithItsPlan()) {
      PlanStatus status = plans.status(duty.planId());
      if (status != null && status.isOver()) {
        duties.foundClosed(duty);
        return;
      }
    }
    Commands.Cause cause = cause(end, duty);
    LocalDate day = cause.sample() ? LocalTime.dayOf(cause.recordedAt()) : today;
    String heir = agencies.heir(end.code(), day, shared ? marks(duty, end.code()) : List.of());
    if (heir == null && duty.kind() == OpenDuties.Kind.TASK && !standsIn(duty, end.code())) {
      duties.leave(duty.id(), end.code());
      return;
    }
    if (heir == null) {
      // Whoever was to take over is no more either, and nobody took over from them: it stays where
      // it is, until whoever charged it says what becomes of it, or somebody takes over after all.
      duties.unclaimed(duty, end.code(), told);
      return;
    }
    if (commands.followUnless(
        switch (duty.kind()) {
          case TASK -> new TransferTask(new TaskId(duty.id()), end.code(), heir, basis, basis);
          case REPORT ->
              new TransferReport(new ReportId(duty.id()), end.code(), heir, basis, basis);
          case PLAN -> new TransferPlan(new PlanId(duty.id()), end.code(), heir, basis, basis);
          case INSPECTION ->
              new TransferInspection(new InspectionId(duty.id()), end.code(), heir, basis, basis);
          case OBSTACLE ->
              new TransferObstacle(new ObstacleId(duty.id()), end.code(), heir, basis, basis);
          case DRAFT -> new TransferDraft(new DraftId(duty.id()), end.code(), heir, basis, basis);
          case MODEL -> new TransferModel(new ModelId(duty.id()), end.code(), heir, basis, basis);
          case TARGET ->
              new TransferTarget(new TargetId(duty.id()), end.code(), heir, basis, basis);
          case BUDGET ->
              new TransferBudget(new BudgetId(duty.id()), end.code(), heir, basis, basis);
          case CONSOLIDATION ->
              new TransferConsolidation(
                  new ConsolidationId(duty.id()), end.code(), heir, basis, basis);
        },
        cause,
        RefusalCode.INVALID_STATE)) {
      duties.handOver(duty.id(), end.code(), heir);
    } else {
      // It was closed meanwhile, and so stays where it was.
      duties.foundClosed(duty);
    }
  }

  /** Whether the agency stands anywhere in a task; one that was reassigned may have left it. */
  private boolean standsIn(OpenDuties.Part duty, String agency) {
    Task task = tasks.find(duty.id());
    return task == null || task.parties().include(agency);
  }

  /** A part of a task goes where the whole goes. */
  private List<String> marks(OpenDuties.Part duty, String ended) {
    Task task = duty.kind() == OpenDuties.Kind.TASK ? tasks.find(duty.id()) : null;
    return task == null ? List.of(duty.id(), duty.planId()) : tasks.marks(task, ended);
  }

  /** What the sample's past opens after the end is handed over no sooner than it was opened. */
  private Commands.Cause cause(OpenDuties.End end, OpenDuties.Part duty) {
    Commands.Cause cause = end.cause();
    if (!cause.sample()) {
      return cause;
    }
    Instant last =
        eventStore
            .readEvents(duty.id(), 0)
            .asStream()
            .map(EventMessage::getTimestamp)
            .reduce(cause.recordedAt(), (one, other) -> other.isAfter(one) ? other : one);
    return new Commands.Cause(cause.eventId(), cause.root(), last, true);
  }

  @Override
  public void start() {
    background.start();
  }

  @Override
  public void stop() {
    background.stop();
  }

  @Override
  public boolean isRunning() {
    return background.isRunning();
  }
}
