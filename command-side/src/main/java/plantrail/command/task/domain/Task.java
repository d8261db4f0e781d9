package plantrail.command.task.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskProgress;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskResultReturned;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.workflow.TaskWorkflow;

/**
 * A task as its record tells.
 *
 * @param assigned how it was charged
 * @param progress how far it has come
 * @param begun local day from which it stands
 * @param last the last event
 * @param lastBy user name of the person who took the last step
 */
public record Task(
    TaskAssigned assigned, TaskProgress progress, LocalDate begun, TaskEvent last, String lastBy)
    implements Subject {

  /** The task after one more event. */
  public static Task evolve(@Nullable Task task, TaskEvent event, String by, Instant at) {
    return switch (event) {
      case TaskAssigned assigned ->
          new Task(assigned, TaskProgress.ASSIGNED, begun(assigned.since(), at), assigned, by);
      case TaskAccepted accepted -> of(task).after(accepted, TaskProgress.ACCEPTED, by);
      case ProgressReported reported -> of(task).after(reported, TaskProgress.IN_PROGRESS, by);
      case TaskResultSubmitted submitted -> of(task).after(submitted, TaskProgress.SUBMITTED, by);
      case TaskResultAccepted accepted -> of(task).after(accepted, TaskProgress.COMPLETED, by);
      case TaskResultReturned returned -> of(task).after(returned, TaskProgress.RETURNED, by);
    };
  }

  private static LocalDate begun(@Nullable LocalDate since, Instant at) {
    return since != null ? since : LocalTime.dayOf(at);
  }

  private static Task of(@Nullable Task task) {
    if (task == null) {
      throw new IllegalStateException("A task's record begins with its assignment");
    }
    return task;
  }

  private Task after(TaskEvent event, TaskProgress to, String by) {
    return new Task(assigned, to, begun, event, by);
  }

  /**
   * Takes a step of the workflow. The same person saying the same again changes nothing; everybody
   * else is told what is the case.
   */
  public List<TaskEvent> take(String step, TaskEvent event, Actor actor) {
    var relations =
        TaskWorkflow.relations(actor, assigned.agency(), assigned.assigner(), assigned.focal());
    TaskWorkflow.TABLE.permit(step, relations);
    if (event.equals(last) && actor.person().equals(lastBy)) {
      return List.of();
    }
    TaskWorkflow.TABLE.take(step, progress, relations);
    return List.of(event);
  }

  /** Charges an agency with a duty, unless it is so already. */
  public static List<TaskEvent> charge(@Nullable Task task, TaskAssigned assigned, Actor actor) {
    TaskWorkflow.TABLE.permit(
        "assign-task", TaskWorkflow.relationsToNew(actor, assigned.assigner(), assigned.focal()));
    if (task == null) {
      return List.of(assigned);
    }
    if (task.assigned().equals(assigned)) {
      return List.of();
    }
    throw Refusal.of(
        RefusalCode.ALREADY_EXISTS, "refusal.task-exists", assigned.duty(), assigned.agency());
  }
}
