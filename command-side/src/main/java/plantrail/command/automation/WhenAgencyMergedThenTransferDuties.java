package plantrail.command.automation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.automation.OpenDuties.Kind;
import plantrail.command.platform.Commands;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.BudgetTransferred;
import plantrail.kernel.consolidation.Asked;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.ConsolidationTransferred;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.inspection.InspectionCancelled;
import plantrail.kernel.inspection.InspectionClosed;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.InspectionTransferred;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelProposed;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.model.ModelTransferred;
import plantrail.kernel.model.ModelWithdrawn;
import plantrail.kernel.obstacle.ObstacleAnswered;
import plantrail.kernel.obstacle.ObstacleClosed;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstaclePassedOn;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.obstacle.ObstacleTransferred;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftIssued;
import plantrail.kernel.plan.DraftTransferred;
import plantrail.kernel.plan.PlanConcluded;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanReturned;
import plantrail.kernel.plan.PlanRevised;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.plan.PlanSubmitted;
import plantrail.kernel.plan.PlanSuperseded;
import plantrail.kernel.plan.PlanTransferred;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRevised;
import plantrail.kernel.report.ReportTransferred;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.target.TargetTransferred;
import plantrail.kernel.target.TargetWithdrawn;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskAssignerChanged;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskFulfilled;
import plantrail.kernel.task.TaskReassigned;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskTransferred;

/**
 * Keeps who has a part in what is open, and which agencies end, for {@link Succession}. Events only
 * change rows.
 */
@Component
@ProcessingGroup(WhenAgencyMergedThenTransferDuties.GROUP)
public class WhenAgencyMergedThenTransferDuties {
  /** Name of the processing group. */
  public static final String GROUP = "when-agency-merged-then-transfer-duties";

  private final OpenDuties duties;
  private final Succession succession;

  WhenAgencyMergedThenTransferDuties(OpenDuties duties, Succession succession) {
    this.duties = duties;
    this.succession = succession;
  }

  @EventHandler
  void on(AgencyEnding event, EventMessage<?> message, TrackingToken token) {
    duties.end(
        event.code(),
        event.effective(),
        Commands.Cause.of(message),
        token.position().orElseThrow());
    succession.signalAfterCommit();
  }

  @EventHandler
  void on(TaskEvent event, TrackingToken token) {
    String id = event.taskId();
    long position = token.position().orElseThrow();
    switch (event) {
      case TaskAssigned e ->
          duties.begin(
              id, Kind.TASK, e.planId(), known(e.agency(), e.assigner(), e.focal()), position);
      case TaskReassigned e -> duties.reassign(id, e.predecessor(), e.successor(), position);
      case TaskAssignerChanged e -> duties.join(id, Set.of(e.successor()), position);
      case TaskTransferred e -> duties.handOver(id, e.predecessor(), e.successor(), position);
      case TaskResultAccepted _, TaskCancelled _, TaskFulfilled _ ->
          duties.open(id, false, position);
      case TaskReopened _ -> duties.open(id, true, position);
      default -> {
        // Neither who has a part in it nor whether it is open has changed.
      }
    }
  }

  @EventHandler
  void on(ReportEvent event, TrackingToken token) {
    String id = event.reportId();
    long position = token.position().orElseThrow();
    switch (event) {
      case ReportOpened e -> {
        Set<String> parties = known(e.agency(), e.issuer(), e.focal());
        parties.addAll(parties(e.addressees()));
        duties.begin(id, Kind.REPORT, e.planId(), parties, position);
      }
      case ReportRevised e -> duties.join(id, parties(e.addressees()), position);
      case ReportTransferred e -> duties.handOver(id, e.predecessor(), e.successor(), position);
      case ReportAccepted _, ReportWaived _, ReportWithdrawn _ -> duties.open(id, false, position);
      default -> {
        // Neither who has a part in it nor whether it is open has changed.
      }
    }
  }

  @EventHandler
  void on(PlanEvent event, TrackingToken token) {
    String id = event.planId();
    long position = token.position().orElseThrow();
    switch (event) {
      case PlanIssued e -> duties.begin(id, Kind.PLAN, id, known(e.issuer(), e.focal()), position);
      case PlanTransferred e -> duties.handOver(id, e.predecessor(), e.successor(), position);
      case PlanConcluded _, PlanRevoked _, PlanSuperseded _ -> duties.open(id, false, position);
      default -> {
        // Neither who has a part in it nor whether it runs has changed.
      }
    }
  }

  @EventHandler
  void on(InspectionEvent event, TrackingToken token) {
    String id = event.inspectionId();
    long position = token.position().orElseThrow();
    switch (event) {
      case InspectionPlanned e ->
          duties.begin(
              id,
              Kind.INSPECTION,
              e.planId(),
              known(e.inspector(), e.unit(), e.issuer(), e.focal()),
              position);
      case InspectionRecorded e ->
          duties.begin(
              id,
              Kind.INSPECTION,
              e.planId(),
              known(e.inspector(), e.unit(), e.issuer(), e.focal()),
              position);
      case InspectionTransferred e -> duties.handOver(id, e.predecessor(), e.successor(), position);
      case InspectionClosed _, InspectionCancelled _ -> duties.open(id, false, position);
      default -> {
        // Neither who has a part in it nor whether it is open has changed.
      }
    }
  }

  @EventHandler
  void on(ObstacleEvent event, TrackingToken token) {
    String id = event.obstacleId();
    long position = token.position().orElseThrow();
    switch (event) {
      case ObstacleRaised e ->
          duties.begin(
              id,
              Kind.OBSTACLE,
              e.planId(),
              known(e.agency(), e.holder(), e.issuer(), e.focal()),
              position);
      case ObstaclePassedOn e -> duties.join(id, Set.of(e.holder()), position);
      case ObstacleTransferred e -> duties.handOver(id, e.predecessor(), e.successor(), position);
      case ObstacleClosed _ -> duties.open(id, false, position);
      case ObstacleAnswered _ -> {}
    }
  }

  @EventHandler
  void on(DraftEvent event, TrackingToken token) {
    String id = event.draftId();
    long position = token.position().orElseThrow();
    switch (event) {
      case PlanDrafted e ->
          duties.begin(
              id, Kind.DRAFT, id, known(e.content().issuer(), e.content().focal()), position);
      case PlanRevised e -> duties.join(id, known(e.content().focal()), position);
      case DraftTransferred e -> duties.handOver(id, e.predecessor(), e.successor(), position);
      case DraftIssued _ -> duties.open(id, false, position);
      case PlanSubmitted _, PlanReturned _ -> {}
    }
  }

  @EventHandler
  void on(ModelEvent event, TrackingToken token) {
    String id = event.modelId();
    long position = token.position().orElseThrow();
    switch (event) {
      case ModelRegistered e ->
          duties.begin(
              id, Kind.MODEL, e.planId(), known(e.agency(), e.issuer(), e.focal()), position);
      case ModelProposed e -> duties.join(id, Set.of(e.to()), position);
      case ModelTransferred e -> duties.handOver(id, e.predecessor(), e.successor(), position);
      case ModelWithdrawn _ -> duties.open(id, false, position);
      default -> {
        // Neither who has a part in it nor whether it is open has changed.
      }
    }
  }

  @EventHandler
  void on(TargetEvent event, TrackingToken token) {
    String id = event.targetId();
    long position = token.position().orElseThrow();
    switch (event) {
      case TargetSet e -> {
        Set<String> parts = known(e.issuer(), e.focal());
        parts.addAll(Objects.requireNonNullElse(e.agencies(), List.of()));
        duties.begin(id, Kind.TARGET, e.planId(), parts, position);
      }
      case TargetChanged e ->
          duties.join(id, Objects.requireNonNullElse(e.agencies(), List.of()), position);
      case TargetTransferred e -> duties.handOver(id, e.predecessor(), e.successor(), position);
      case TargetWithdrawn _ -> duties.open(id, false, position);
      default -> {
        // Neither who has a part in it nor whether it is open has changed.
      }
    }
  }

  @EventHandler
  void on(BudgetEvent event, TrackingToken token) {
    String id = event.budgetId();
    long position = token.position().orElseThrow();
    switch (event) {
      case BudgetAllocated e ->
          duties.begin(
              id, Kind.BUDGET, e.planId(), known(e.agency(), e.issuer(), e.focal()), position);
      case BudgetTransferred e -> duties.handOver(id, e.predecessor(), e.successor(), position);
      default -> {
        // Who has a part in it has not changed.
      }
    }
  }

  @EventHandler
  void on(ConsolidationEvent event, TrackingToken token) {
    String id = event.consolidationId();
    long position = token.position().orElseThrow();
    switch (event) {
      case ReportsConsolidated e -> {
        Set<String> parties = known(e.channel());
        parties.addAll(e.addressees());
        duties.begin(id, Kind.CONSOLIDATION, e.planId(), parties, position);
      }
      case ConsolidationTransferred e ->
          duties.handOver(id, e.predecessor(), e.successor(), position);
      case ConsolidationRenewed e -> {
        Asked asked = e.asked();
        duties.join(id, asked == null ? List.of() : asked.addressees(), position);
      }
      default -> {
        // Who has a part in it has not changed.
      }
    }
  }

  private static Set<String> known(@Nullable String... codes) {
    Set<String> known = new TreeSet<>();
    for (String code : codes) {
      if (code != null) {
        known.add(code);
      }
    }
    return known;
  }

  private static Set<String> parties(List<Addressee> addressees) {
    Set<String> parties = new TreeSet<>();
    addressees.forEach(to -> parties.addAll(known(to.agency(), to.channel())));
    return parties;
  }
}
