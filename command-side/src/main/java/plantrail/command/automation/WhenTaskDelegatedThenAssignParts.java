package plantrail.command.automation;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.task.AssignPart;
import plantrail.kernel.task.ChildTask;
import plantrail.kernel.task.TaskDelegated;

/** Makes each part of a delegated task a task of the agency below. */
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
    for (ChildTask part : event.children()) {
      commands.follow(new AssignPart(event, part), Commands.Cause.of(message));
    }
  }
}
