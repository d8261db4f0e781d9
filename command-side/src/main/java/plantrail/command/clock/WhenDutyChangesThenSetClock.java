package plantrail.command.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import plantrail.command.clock.DueMoments.Owed;
import plantrail.command.clock.DueMoments.Word;
import plantrail.command.clock.Watched.Kind;
import plantrail.command.platform.Commands;
import plantrail.kernel.calendar.DayOverridden;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanConcluded;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanReviewed;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.plan.PlanSuperseded;
import plantrail.kernel.plan.PlanSuspended;
import plantrail.kernel.plan.PlanTransferred;
import plantrail.kernel.plan.PlanYearOpened;
import plantrail.kernel.plan.RulesInForce;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEscalated;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportLapseNoticed;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportReminded;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportRevised;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.ReportTransferred;
import plantrail.kernel.report.ReportUrged;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.ExtensionRefused;
import plantrail.kernel.task.ExtensionRequested;
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

/**
 * Tells the clock what is owed and by when. Each event only changes rows; what follows from it is
 * planned by {@link Timekeeper}.
 */
@Component
@ProcessingGroup(WhenDutyChangesThenSetClock.GROUP)
public class WhenDutyChangesThenSetClock {
  /** Name of the processing group. */
  public static final String GROUP = "when-duty-changes-then-set-clock";

  private final DueMoments moments;
  private final PinnedPlans plans;
  private final Clock clock;
  private final PresentRules rules;

  WhenDutyChangesThenSetClock(
      DueMoments moments, PinnedPlans plans, @Qualifier("clock") Clock clock, PresentRules rules) {
    this.moments = moments;
    this.plans = plans;
    this.clock = clock;
    this.rules = rules;
  }

  @EventHandler
  void on(DayOverridden event, TrackingToken token) {
    moments.notice(event, token.position().orElseThrow());
  }

  @EventHandler
  void on(PlanEvent event, EventMessage<?> message, TrackingToken token) {
    String plan = event.planId();
    Word word = word(message, token);
    long position = word.position();
    switch (event) {
      case PlanIssued e -> {
        RulesInForce recorded = e.rulesInForce();
        // What was issued before they were recorded goes by what is set as it is read.
        plans.pin(plan, recorded != null ? recorded : rules.at(position), position);
        if (e.goesOnAfter(e.horizon())) {
          moments.watch(new Owed(Kind.PLAN, plan, plan, e.issuer(), e.horizon(), false, word));
        }
      }
      case PlanYearOpened e ->
          // After its last one a plan is asked once more, which comes to nothing.
          moments.reschedule(Kind.PLAN, plan, LocalDate.of(e.year(), 12, 31), word);
      case PlanAmended _ -> moments.owe(Kind.PLAN, plan, word);
      case PlanSuspended _ -> {
        if (plans.set(plan, PinnedPlan.State.RESTS, position)) {
          moments.replan(plan);
        }
      }
      case PlanResumed e -> {
        boolean news = plans.set(plan, PinnedPlan.State.RUNS, position);
        moments.owe(Kind.PLAN, plan, word);
        if (news) {
          // What moves is given its new day, and is planned by that; its old one is past.
          moments.replan(plan, word.since(), e.shift() == 0 ? LocalDate.MAX : e.restedFrom());
        }
      }
      case PlanRevoked _, PlanSuperseded _ -> {
        if (plans.set(plan, PinnedPlan.State.ENDED, position)) {
          moments.replan(plan);
        }
      }
      case PlanConcluded _ -> moments.rest(Kind.PLAN, plan, position);
      case PlanReviewed _, PlanTransferred _ -> {}
    }
  }

  @EventHandler
  void on(TaskEvent event, EventMessage<?> message, TrackingToken token) {
    String task = event.taskId();
    Word word = word(message, token);
    long position = word.position();
    switch (event) {
      case TaskAssigned e ->
          moments.watch(
              new Owed(
                  Kind.TASK,
                  task,
                  e.planId(),
                  e.agency(),
                  e.due(),
                  DutyRole.isRequest(e.roles()),
                  word));
      case TaskResultSubmitted _, TaskDeclined _, TaskCancelled _, TaskFulfilled _ ->
          moments.rest(Kind.TASK, task, position);
      case TaskResultReturned _, TaskReopened _ -> moments.owe(Kind.TASK, task, word);
      case TaskReassigned e -> {
        moments.owe(Kind.TASK, task, word);
        moments.handOver(Kind.TASK, task, e.predecessor(), e.successor(), position);
      }
      case TaskTransferred e ->
          moments.handOver(Kind.TASK, task, e.predecessor(), e.successor(), position);
      case ExtensionGranted e -> moments.reschedule(Kind.TASK, task, e.newDue(), word);
      case TaskRescheduled e -> moments.reschedule(Kind.TASK, task, e.newDue(), word);
      case TaskRevised e -> moments.request(Kind.TASK, task, DutyRole.isRequest(e.roles()), word);
      case TaskAccepted _,
          TaskDelegated _,
          ProgressReported _,
          ProgressRolledUp _,
          TaskResultAccepted _,
          ExtensionRequested _,
          ExtensionRefused _,
          TaskUrged _,
          TaskAssignerChanged _,
          TaskReminded _,
          TaskLapseNoticed _,
          TaskEscalated _ -> {}
    }
  }

  @EventHandler
  void on(ReportEvent event, EventMessage<?> message, TrackingToken token) {
    String report = event.reportId();
    Word word = word(message, token);
    long position = word.position();
    switch (event) {
      case ReportOpened e ->
          moments.watch(
              new Owed(Kind.REPORT, report, e.planId(), e.agency(), e.due(), false, word));
      case ReportSubmitted _, ReportWaived _, ReportWithdrawn _ ->
          moments.rest(Kind.REPORT, report, position);
      case ReportReturned _ -> moments.owe(Kind.REPORT, report, word);
      case ReportRescheduled e -> moments.reschedule(Kind.REPORT, report, e.newDue(), word);
      case ReportTransferred e ->
          moments.handOver(Kind.REPORT, report, e.predecessor(), e.successor(), position);
      case ReportAccepted _,
          ReportRevised _,
          ReportUrged _,
          ReportReminded _,
          ReportLapseNoticed _,
          ReportEscalated _ -> {}
    }
  }

  /**
   * What is owed from the sample's past counts as owed from now on: nobody is told today of what
   * the sample's people did or did not do years ago.
   */
  private Word word(EventMessage<?> message, TrackingToken token) {
    boolean sample = "true".equals(message.getMetaData().get(MetadataKeys.SAMPLE));
    Instant since = sample ? clock.instant() : message.getTimestamp();
    return new Word(
        new Commands.Cause(
            message.getIdentifier(),
            (String) message.getMetaData().get(MetadataKeys.CORRELATION),
            message.getTimestamp(),
            sample),
        since,
        token.position().orElseThrow());
  }
}
