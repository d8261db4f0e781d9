package plantrail.command.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.task.TaskId;

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
  void each(Task whole, Function<TaskId, TaskCommand> command, EventMessage<?> message) {
    whole.parts().byId().keySet().forEach(part -> below(part, command, message));
  }

  /**
   * Gives that command to a part. Where that is finished it stays as it is and hands nothing on, so
   * its own parts are given it as well.
   */
  void below(String part, Function<TaskId, TaskCommand> command, EventMessage<?> message) {
    Task finished = one(command.apply(new TaskId(part)), message) ? null : tasks.find(part);
    if (finished != null) {
      each(finished, command, message);
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
  boolean one(TaskCommand command, EventMessage<?> message) {
    return commands.followUnless(
        command, Commands.Cause.of(message), RefusalCode.INVALID_STATE, RefusalCode.NOT_FOUND);
  }
}
