package plantrail.query.taskboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskProgress;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskResultReturned;
import plantrail.kernel.task.TaskResultSubmitted;

/**
 * A task as its events leave it.
 *
 * @param handedInOn day of the hand-over that counts; null while a result is owed
 * @param open whether a result is owed
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
    boolean open) {

  private static final int ALL = 100;

  static TaskRow after(@Nullable TaskRow before, TaskEvent event) {
    return event instanceof TaskAssigned assigned
        ? of(assigned)
        : Objects.requireNonNull(before, () -> "Not assigned: " + event).after(event);
  }

  private static TaskRow of(TaskAssigned e) {
    return new TaskRow(
        e.taskId(),
        e.planId(),
        e.document(),
        e.duty(),
        e.item(),
        e.title(),
        e.agency(),
        e.roles(),
        e.roles().contains(DutyRole.REQUEST),
        e.partners(),
        e.due(),
        e.due(),
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
        true);
  }

  private TaskRow after(TaskEvent event) {
    return switch (event) {
      case TaskAssigned e -> of(e);
      case TaskAccepted e -> with(TaskProgress.ACCEPTED, percent, note, result, null, returnReason);
      case ProgressReported e ->
          with(
              TaskProgress.IN_PROGRESS,
              e.percent(),
              e.note() == null ? note : e.note(),
              result,
              null,
              returnReason);
      case TaskResultSubmitted e ->
          with(TaskProgress.SUBMITTED, percent, note, e.result(), e.happenedOn(), null);
      case TaskResultAccepted e ->
          with(TaskProgress.COMPLETED, ALL, note, result, handedInOn, null);
      case TaskResultReturned e ->
          with(TaskProgress.RETURNED, percent, note, result, null, e.reason());
    };
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
        handedInOn == null);
  }
}
