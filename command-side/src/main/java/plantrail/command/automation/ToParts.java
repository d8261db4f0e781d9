package plantrail.command.automation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.bringtaskforward.BringTaskForward;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.command.task.revisetask.ReviseTask;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskProgress;
import plantrail.kernel.task.TaskRescheduled;

/** Passes on to the parts of a task what became of the whole. */
@Component
class ToParts {
  private final Commands commands;
  private final Tasks tasks;

  ToParts(Commands commands, Tasks tasks) {
    this.commands = commands;
    this.tasks = tasks;
  }

  /** Gives that command to each part, and to what is below one that is finished. */
  void each(Task whole, Function<TaskId, TaskCommand> command, Commands.Cause cause) {
    whole.parts().byId().keySet().forEach(part -> below(part, command, cause));
  }

  /**
   * Gives that command to a part. Where that is finished it stays as it is and hands nothing on, so
   * its own parts are given it as well.
   */
  void below(String part, Function<TaskId, TaskCommand> command, Commands.Cause cause) {
    Task finished = one(command.apply(new TaskId(part)), cause) ? null : tasks.find(part);
    if (finished != null) {
      each(finished, command, cause);
    }
  }

  /**
   * Hands on to what is open below a task of the plan what that did not take, for it is finished or
   * handed in.
   */
  void below(Object refused, Commands.Cause cause) {
    switch (refused) {
      case CancelTask e ->
          each(e.taskId(), part -> new CancelTask(part, e.reason(), e.basis(), e.from()), cause);
      case RescheduleTask e -> {
        LocalDate due = e.newDue();
        if (due != null) {
          each(e.taskId(), part -> new BringTaskForward(part, due, e.reason(), e.basis()), cause);
        }
      }
      case ReviseTask e -> revise(e, cause);
      default -> {}
    }
  }

  /** No part is due after its whole, which was moved forward just now; so on every level. */
  void bringForward(String whole, Commands.Cause cause) {
    Task task = tasks.find(whole);
    if (task != null && task.last() instanceof TaskRescheduled moved) {
      LocalDate due = moved.newDue();
      if (due != null && moved.bringsForward(due)) {
        for (String part : task.parts().byId().keySet()) {
          below(part, id -> new BringTaskForward(id, due, moved.reason(), moved.basis()), cause);
          bringForward(part, cause);
        }
      }
    }
  }

  private void each(TaskId whole, Function<TaskId, TaskCommand> command, Commands.Cause cause) {
    Task task = tasks.find(whole.value());
    if (task != null && task.progress() != TaskProgress.CANCELLED) {
      each(task, command, cause);
    }
  }

  /** Asks for all parts of a task, or orders them, as it is itself asked for or ordered. */
  void revise(ReviseTask whole, Commands.Cause cause) {
    Task task = tasks.find(whole.taskId().value());
    if (task != null && task.progress() != TaskProgress.CANCELLED) {
      ReviseTask settled = whole.settled(task);
      task.parts().byId().keySet().forEach(part -> revise(part, settled, task.due(), cause));
    }
  }

  /**
   * Asks for a part, or orders it, as its whole is asked for or ordered. Nobody is ordered to have
   * done something by a day that has passed: then the day of the whole counts.
   *
   * @param due last timely day of the whole, local date; null if it has none
   */
  void revise(String id, ReviseTask whole, @Nullable LocalDate due, Commands.Cause cause) {
    Task part = tasks.find(id);
    boolean request = whole.now().request();
    if (part == null || part.matter().request() == request) {
      return;
    }
    TaskId taskId = new TaskId(id);
    LocalDate present = part.due();
    if (!request && present != null && present.isBefore(LocalTime.dayOf(cause.recordedAt()))) {
      one(new RescheduleTask(taskId, due, whole.reason(), whole.basis()), cause);
    }
    Task.Matter matter = part.matter();
    boolean taken =
        one(
            new ReviseTask(
                taskId,
                whole.version(),
                null,
                new Task.Matter(
                    whole.now().item(),
                    matter.title(),
                    whole.now().rolesBelow(),
                    matter.partners(),
                    matter.creates()),
                whole.reason(),
                whole.basis()),
            cause);
    if (!taken) {
      // What is finished stays as it is and hands nothing on.
      part.parts().byId().keySet().forEach(below -> revise(below, whole, due, cause));
    }
  }

  /**
   * The wholes that a part follows which is opened again, the nearest first: its own, and where
   * that is finished and so handed nothing on, those above it as well.
   */
  List<Task> above(Task part) {
    List<Task> above = new ArrayList<>();
    for (Task whole = tasks.wholeOf(part); whole != null; whole = tasks.wholeOf(whole)) {
      above.add(whole);
      if (!whole.finished()) {
        return above;
      }
    }
    return above;
  }

  /**
   * Gives that command to a part alone. What is finished stays as it is; what is not charged yet
   * will be as the whole stands by then. Tells whether it was taken.
   */
  boolean one(TaskCommand command, Commands.Cause cause) {
    return commands.followUnless(command, cause, RefusalCode.INVALID_STATE, RefusalCode.NOT_FOUND);
  }
}
