package plantrail.query.taskboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.StatedFigure;
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
import plantrail.query.platform.Columns.Several;

/**
 * A task as its events leave it.
 *
 * @param charge how it was assigned, which never changes
 * @param matter what is to be done
 * @param parties who stands where
 * @param days by when it is to be done
 * @param work how far that has come
 * @param original what it was when it was first assigned
 */
record TaskRow(
    @Several Charge charge,
    @Several Matter matter,
    @Several Parties parties,
    @Several Days days,
    @Several Work work,
    @Several(prefix = "original_") Original original) {

  private static final int ALL = 100;

  /**
   * How a task was assigned.
   *
   * @param inspection identifier of the inspection that recommended it; null if none did
   * @param parentTask identifier of the task that it is a part of; null if of none
   * @param weight how much it counts in that task's progress; null if of none
   */
  record Charge(
      String id,
      String plan,
      String document,
      String duty,
      @Nullable String inspection,
      @Nullable String parentTask,
      @Nullable Integer weight) {}

  /**
   * What is to be done.
   *
   * @param request whether it is only asked for
   * @param creates what it is to bring about; null if nothing
   */
  record Matter(
      @Nullable String item,
      String title,
      List<DutyRole> roles,
      boolean request,
      @Nullable String partners,
      @Nullable Product creates) {

    static Matter of(TaskAssigned e) {
      return new Matter(
          e.item(), e.title(), e.roles(), DutyRole.isRequest(e.roles()), e.partners(), e.creates());
    }

    Matter after(TaskRevised e) {
      ProductChange product = e.product();
      return new Matter(
          e.item(),
          e.title(),
          e.roles(),
          DutyRole.isRequest(e.roles()),
          e.partners(),
          product == null ? creates : product.now());
    }
  }

  /** Codes of who stands where. */
  record Parties(String agency, String assigner, @Nullable String focal) {

    Parties after(TaskTransferred e) {
      return new Parties(
          e.inPlaceOf(agency), e.inPlaceOf(assigner), focal == null ? null : e.inPlaceOf(focal));
    }
  }

  /**
   * By when it is to be done.
   *
   * @param due last timely day, local date; null if it has none
   * @param askedDue last timely day that was asked for and is not yet granted; null if none
   * @param askedReason why it was asked for
   */
  record Days(@Nullable LocalDate due, @Nullable LocalDate askedDue, @Nullable String askedReason) {

    /** What was asked for is answered, or there is nothing to ask any more. */
    Days answered(@Nullable LocalDate due) {
      return new Days(due, null, null);
    }

    Days answered() {
      return answered(due);
    }

    Days after(TaskRescheduled e) {
      return askedDue != null && e.leavesOpen(askedDue)
          ? new Days(e.newDue(), askedDue, askedReason)
          : answered(e.newDue());
    }
  }

  /**
   * How far it has come.
   *
   * @param figures those stated last; empty if none were
   * @param handedInOn day of the hand-over that counts; null while a result is owed
   * @param open whether a result is owed: also of what was declined, until that is answered
   * @param stopReason why it was declined or cancelled; null if it was not
   */
  record Work(
      TaskProgress progress,
      int percent,
      @Nullable String note,
      List<StatedFigure> figures,
      @Nullable String result,
      @Nullable LocalDate handedInOn,
      @Nullable String returnReason,
      boolean open,
      @Nullable String stopReason) {

    static final Work NONE =
        new Work(TaskProgress.ASSIGNED, 0, null, List.of(), null, null, null, true, null);

    /** Under way, with a result owed. */
    Work owed(TaskProgress progress) {
      return owed(progress, percent, returnReason);
    }

    Work owed(TaskProgress progress, int percent, @Nullable String returnReason) {
      return new Work(progress, percent, note, figures, result, null, returnReason, true, null);
    }

    Work after(ProgressReported e) {
      return new Work(
          TaskProgress.IN_PROGRESS,
          e.percent(),
          e.note() == null ? note : e.note(),
          e.figures().isEmpty() ? figures : e.figures(),
          result,
          null,
          returnReason,
          true,
          null);
    }

    Work rolledUp(int percent) {
      return new Work(
          progress, percent, note, figures, result, handedInOn, returnReason, open, stopReason);
    }

    Work handedIn(
        TaskProgress progress, int percent, @Nullable String result, @Nullable LocalDate on) {
      return new Work(progress, percent, note, figures, result, on, null, on == null, null);
    }

    /** Nothing is done any more, for that reason. */
    Work stopped(TaskProgress progress, boolean open, String reason) {
      return new Work(
          progress,
          percent,
          note,
          figures,
          result,
          open ? null : handedInOn,
          returnReason,
          open,
          reason);
    }
  }

  /**
   * What it was when it was first assigned.
   *
   * @param agency code of who was charged with it, or who took over from that agency
   * @param request whether it was only asked for
   * @param creates what it was to bring about; null if nothing
   */
  record Original(
      String agency, @Nullable LocalDate due, boolean request, @Nullable Product creates) {

    Original after(TaskTransferred e) {
      return new Original(e.inPlaceOf(agency), due, request, creates);
    }
  }

  static TaskRow after(@Nullable TaskRow before, TaskEvent event) {
    return event instanceof TaskAssigned assigned
        ? of(assigned, before)
        : Objects.requireNonNull(before, () -> "Not assigned: " + event).after(event);
  }

  private static TaskRow of(TaskAssigned e, @Nullable TaskRow before) {
    Matter matter = Matter.of(e);
    return new TaskRow(
        new Charge(
            e.taskId(),
            e.planId(),
            e.document(),
            e.duty(),
            e.inspectionId(),
            e.parentTask(),
            e.weight()),
        matter,
        new Parties(e.agency(), e.assigner(), e.focal()),
        new Days(e.due(), null, null),
        Work.NONE,
        before == null
            ? new Original(e.agency(), e.due(), matter.request(), matter.creates())
            : before.original);
  }

  private TaskRow after(TaskEvent event) {
    return switch (event) {
      case TaskAssigned e -> of(e, this);
      case TaskAccepted e -> with(work.owed(TaskProgress.ACCEPTED));
      case TaskDeclined e ->
          with(work.stopped(TaskProgress.DECLINED, true, e.reason())).with(days.answered());
      case TaskDelegated e -> with(work.owed(TaskProgress.IN_PROGRESS));
      case ProgressReported e -> with(work.after(e));
      case ProgressRolledUp e -> with(work.rolledUp(e.percent()));
      case TaskResultSubmitted e ->
          with(work.handedIn(TaskProgress.SUBMITTED, work.percent, e.result(), e.happenedOn()));
      case TaskResultAccepted e ->
          with(work.handedIn(TaskProgress.COMPLETED, ALL, work.result, work.handedInOn))
              .with(days.answered());
      case TaskResultReturned e -> with(work.owed(TaskProgress.RETURNED, work.percent, e.reason()));
      case TaskFulfilled e ->
          with(work.handedIn(TaskProgress.COMPLETED, ALL, e.byDocument(), e.happenedOn()))
              .with(days.answered());
      case TaskReopened e -> with(work.owed(TaskProgress.IN_PROGRESS, e.percent(), e.reason()));
      case TaskCancelled e ->
          with(work.stopped(TaskProgress.CANCELLED, false, e.reason())).with(days.answered());
      case TaskReassigned e ->
          with(work.owed(TaskProgress.ASSIGNED))
              .with(days.answered())
              .with(new Parties(e.successor(), parties.assigner, parties.focal));
      case TaskAssignerChanged e -> with(new Parties(parties.agency, e.successor(), parties.focal));
      case TaskTransferred e ->
          new TaskRow(charge, matter, parties.after(e), days, work, original.after(e));
      case ExtensionRequested e -> with(new Days(days.due, e.newDue(), e.reason()));
      case ExtensionGranted e -> with(days.answered(e.newDue()));
      case ExtensionRefused e -> with(days.answered());
      case TaskRescheduled e -> with(days.after(e));
      case TaskRevised e -> new TaskRow(charge, matter.after(e), parties, days, work, original);
      case TaskUrged e -> this;
      case TaskReminded e -> this;
      case TaskLapseNoticed e -> this;
      case TaskEscalated e -> this;
    };
  }

  private TaskRow with(Parties parties) {
    return new TaskRow(charge, matter, parties, days, work, original);
  }

  private TaskRow with(Days days) {
    return new TaskRow(charge, matter, parties, days, work, original);
  }

  private TaskRow with(Work work) {
    return new TaskRow(charge, matter, parties, days, work, original);
  }
}
