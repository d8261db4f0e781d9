package plantrail.command.task.refuseextension;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.ExtensionRefused;
import plantrail.kernel.task.ExtensionRequested;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * The assigner or the focal agency leaves the day as it is.
 *
 * @param reason why
 */
public record RefuseExtension(@TargetAggregateIdentifier TaskId taskId, String reason)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    ExtensionRequested asked = task.asked("refuse-extension", actor);
    return task.take(
        "refuse-extension",
        new ExtensionRefused(taskId.value(), asked.oldDue(), asked.newDue(), reason),
        actor);
  }

  @Override
  public void check(Check check, Task task) {
    check.text(reason, "reason", Check.TEXT);
  }
}
