package plantrail.command.automation;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.task.AssignPart;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.task.ChildTask;
import plantrail.kernel.task.TaskDelegated;

/**
 * Makes each part of a delegated task a task of the agency below. One that is refused keeps none of
 * the others back; then the event is set aside all the same, and to read it again charges nobody
 * twice.
 */
@Component
@ProcessingGroup(WhenTaskDelegatedThenAssignParts.GROUP)
public class WhenTaskDelegatedThenAssignParts {
  /** Name of the processing group. */
  public static final String GROUP = "when-task-delegated-then-assign-parts";

  private final Commands commands;

  WhenTaskDelegatedThenAssignParts(Commands commands) {
    this.commands = commands;
  }

  @EventHandler
  void on(TaskDelegated event, EventMessage<?> message) {
    Refusal refused = null;
    for (ChildTask part : event.children()) {
      try {
        commands.follow(new AssignPart(event, part), Commands.Cause.of(message));
      } catch (Refusal refusal) {
        if (refusal.code() == RefusalCode.CONFLICT) {
          // The whole batch begins again.
          throw refusal;
        }
        refused = refusal;
      }
    }
    if (refused != null) {
      throw refused;
    }
  }
}
