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

/**
 * A task as its events leave it.
 *
 * @param handedInOn day of the hand-over that counts; null while a result is owed
 * @param open whether a result is owed: also of what was declined, until that is answered
 * @param parentTask identifier of the task that it is a part of; null if of none
 * @param weight how much it counts in that task's progress; null if of none
 * @param askedDue last timely day that was asked for and is not yet granted; null if none
 * @param askedReason why it was asked for
 * @param stopReason why it was declined or cancelled; null if it was not
 * @param originalRequest whether it was only asked for when it was first assigned
 * @param originalCreates what it was to bring about when it was first assigned; null if nothing
 * @param figures those stated last; empty if none were
 */
record TaskRow(
    String id,
    String plan,
    String document,
    String duty,
    @Nullable String item,
    String title,
    String agency,
    List<DutyRole> roles,
    boolean request,
    @Nullable String partners,
    @Nullable LocalDate due,
    @Nullable LocalDate originalDue,
    String assigner,
    @Nullable String focal,
    @Nullable Product creates,
    @Nullable String inspection,
    TaskProgress progress,
    int percent,
    @Nullable String note,
    @Nullable String result,
    @Nullable LocalDate handedInOn,
    @Nullable String returnReason,
    boolean open,
    @Nullable String parentTask,
    @Nullable Integer weight,
    @Nullable LocalDate askedDue,
    @Nullable String askedReason,
    @Nullable String stopReason,
    boolean originalRequest,
    @Nullable Product originalCreates,
    List<StatedFigure> figures) {

  private static final int ALL = 100;

  static TaskRow after(@Nullable TaskRow before, TaskEvent event) {
    return event instanceof TaskAssigned assigned
        ? of(assigned, before)
        : Objects.requireNonNull(before, () -> "Not assigned: " + event).after(event);
  }

  private static TaskRow of(TaskAssigned e, @Nullable TaskRow before) {
    boolean request = e.roles().contains(DutyRole.REQUEST);
    return new TaskRow(
        e.taskId(),
        e.planId(),
        e.document(),
        e.duty(),
        e.item(),
        e.title(),
        e.agency(),
        e.roles(),
        request,
        e.partners(),
        e.due(),
        before == null ? e.due() : before.originalDue,
        e.assigner(),
        e.focal(),
        e.creates(),
        e.inspectionId(),
        TaskProgress.ASSIGNED,
        0,
        null,
        null,
        null,
        null,
        true,
        e.parentTask(),
        e.weight(),
        null,
        null,
        null,
        before == null ? request : before.originalRequest,
        before == null ? e.creates() : before.originalCreates,
        List.of());
  }

  private TaskRow after(TaskEvent event) {
    return switch (event) {
      case TaskAssigned e -> of(e, this);
      case TaskAccepted e -> with(TaskProgress.ACCEPTED, percent, note, result, null, returnReason);
      case TaskDeclined e ->
          with(TaskProgress.DECLINED, percent, note, result, null, returnReason)
              .answered(due)
              .stopped(e.reason());
      case TaskDelegated e ->
          with(TaskProgress.IN_PROGRESS, percent, note, result, null, returnReason);
      case ProgressReported e ->
          with(
                  TaskProgress.IN_PROGRESS,
                  e.percent(),
                  e.note() == null ? note : e.note(),
                  result,
                  null,
                  returnReason)
              .stating(e.figures());
      case ProgressRolledUp e ->
          with(progress, e.percent(), note, result, handedInOn, returnReason);
      case TaskResultSubmitted e ->
          with(TaskProgress.SUBMITTED, percent, note, e.result(), e.happenedOn(), null);
      case TaskResultAccepted e ->
          with(TaskProgress.COMPLETED, ALL, note, result, handedInOn, null).answered(due);
      case TaskResultReturned e ->
          with(TaskProgress.RETURNED, percent, note, result, null, e.reason());
      case TaskFulfilled e ->
          with(TaskProgress.COMPLETED, ALL, note, e.byDocument(), e.happenedOn(), null)
              .answered(due);
      case TaskReopened e ->
          with(TaskProgress.IN_PROGRESS, e.percent(), note, result, null, e.reason());
      case TaskCancelled e ->
          with(TaskProgress.CANCELLED, percent, note, result, handedInOn, returnReason)
              .answered(due)
              .stopped(e.reason());
      case TaskReassigned e ->
          with(TaskProgress.ASSIGNED, percent, note, result, null, returnReason)
              .answered(due)
              .parties(e.successor(), assigner, focal);
      case TaskAssignerChanged e -> parties(agency, e.successor(), focal);
      case TaskTransferred e ->
          parties(
              agency.equals(e.predecessor()) ? e.successor() : agency,
              assigner.equals(e.predecessor()) ? e.successor() : assigner,
              e.predecessor().equals(focal) ? e.successor() : focal);
      case ExtensionRequested e -> asked(due, e.newDue(), e.reason());
      case ExtensionGranted e -> answered(e.newDue());
      case ExtensionRefused e -> answered(due);
      case TaskRescheduled e ->
          askedDue != null && e.leavesOpen(askedDue)
              ? asked(e.newDue(), askedDue, askedReason)
              : answered(e.newDue());
      case TaskRevised e -> revised(e);
      case TaskUrged e -> this;
      case TaskReminded e -> this;
      case TaskLapseNoticed e -> this;
      case TaskEscalated e -> this;
    };
  }

  private TaskRow answered(@Nullable LocalDate due) {
    return asked(due, null, null);
  }

  private TaskRow with(
      TaskProgress progress,
      int percent,
      @Nullable String note,
      @Nullable String result,
      @Nullable LocalDate handedInOn,
      @Nullable String returnReason) {
    return new TaskRow(
        id,
        plan,
        document,
        duty,
        item,
        title,
        agency,
        roles,
        request,
        partners,
        due,
        originalDue,
        assigner,
        focal,
        creates,
        inspection,
        progress,
        percent,
        note,
        result,
        handedInOn,
        returnReason,
        handedInOn == null && progress != TaskProgress.CANCELLED,
        parentTask,
        weight,
        askedDue,
        askedReason,
        null,
        originalRequest,
        originalCreates,
        figures);
  }

  private TaskRow parties(String agency, String assigner, @Nullable String focal) {
    return new TaskRow(
        id,
        plan,
        document,
        duty,
        item,
        title,
        agency,
        roles,
        request,
        partners,
        due,
        originalDue,
        assigner,
        focal,
        creates,
        inspection,
        progress,
        percent,
        note,
        result,
        handedInOn,
        returnReason,
        open,
        parentTask,
        weight,
        askedDue,
        askedReason,
        stopReason,
        originalRequest,
        originalCreates,
        figures);
  }

  private TaskRow revised(TaskRevised e) {
    ProductChange product = e.product();
    return new TaskRow(
        id,
        plan,
        document,
        duty,
        e.item(),
        e.title(),
        agency,
        e.roles(),
        e.roles().contains(DutyRole.REQUEST),
        e.partners(),
        due,
        originalDue,
        assigner,
        focal,
        product == null ? creates : product.now(),
        inspection,
        progress,
        percent,
        note,
        result,
        handedInOn,
        returnReason,
        open,
        parentTask,
        weight,
        askedDue,
        askedReason,
        stopReason,
        originalRequest,
        originalCreates,
        figures);
  }

  private TaskRow asked(
      @Nullable LocalDate due, @Nullable LocalDate askedDue, @Nullable String askedReason) {
    return new TaskRow(
        id,
        plan,
        document,
        duty,
        item,
        title,
        agency,
        roles,
        request,
        partners,
        due,
        originalDue,
        assigner,
        focal,
        creates,
        inspection,
        progress,
        percent,
        note,
        result,
        handedInOn,
        returnReason,
        open,
        parentTask,
        weight,
        askedDue,
        askedReason,
        stopReason,
        originalRequest,
        originalCreates,
        figures);
  }

  private TaskRow stating(List<StatedFigure> stated) {
    return stated.isEmpty() ? this : with(stated);
  }

  private TaskRow with(List<StatedFigure> figures) {
    return new TaskRow(
        id,
        plan,
        document,
        duty,
        item,
        title,
        agency,
        roles,
        request,
        partners,
        due,
        originalDue,
        assigner,
        focal,
        creates,
        inspection,
        progress,
        percent,
        note,
        result,
        handedInOn,
        returnReason,
        open,
        parentTask,
        weight,
        askedDue,
        askedReason,
        stopReason,
        originalRequest,
        originalCreates,
        figures);
  }

  private TaskRow stopped(String stopReason) {
    return new TaskRow(
        id,
        plan,
        document,
        duty,
        item,
        title,
        agency,
        roles,
        request,
        partners,
        due,
        originalDue,
        assigner,
        focal,
        creates,
        inspection,
        progress,
        percent,
        note,
        result,
        handedInOn,
        returnReason,
        open,
        parentTask,
        weight,
        askedDue,
        askedReason,
        stopReason,
        originalRequest,
        originalCreates,
        figures);
  }
}
