package plantrail.command.automation;

import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.task.TaskId;

/** Passes on to the parts of a task what became of the whole. */
@Component
class ToParts {
  private final Commands commands;

  ToParts(Commands commands) {
    this.commands = commands;
  }

  /** Gives that command to each part. */
  void each(Task whole, Function<TaskId, TaskCommand> command, EventMessage<?> message) {
    whole.parts().byId().keySet().forEach(part -> one(command.apply(new TaskId(part)), message));
  }

  /**
   * Gives that command to a part. What is finished stays as it is; what is not charged yet will be
   * as the whole stands by then.
   */
  void one(TaskCommand command, EventMessage<?> message) {
    commands.followUnless(
        command, Commands.Cause.of(message), RefusalCode.INVALID_STATE, RefusalCode.NOT_FOUND);
  }
}
