package plantrail.command.task.rollupprogress;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Parts;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.task.ProgressRolledUp;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * A part of the task has moved on. Given by the system; if that is known, or the part was called
 * off before the task was charged again, there is nothing to do.
 *
 * @param childId identifier of the part
 * @param percent share done of the part, 0 to 100
 * @param counted false if the part does not count any more
 */
public record RollUpProgress(
    @TargetAggregateIdentifier TaskId taskId, String childId, int percent, boolean counted)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    task.open("roll-up-progress", actor);
    Parts.Part part = task.parts().find(childId);
    if (part == null && task.parts().over(childId)) {
      return List.of();
    }
    if (part == null) {
      throw Refusal.notFound(childId);
    }
    if (part.percent() == percent && part.counted() == counted) {
      return List.of();
    }
    int whole = task.parts().with(childId, percent, counted).percent(task.percent());
    return task.take(
        "roll-up-progress",
        new ProgressRolledUp(taskId.value(), childId, percent, counted, whole),
        actor);
  }
}
