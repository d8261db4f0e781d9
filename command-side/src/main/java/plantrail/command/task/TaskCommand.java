package plantrail.command.task;

import java.time.Instant;
import java.util.List;
import plantrail.command.Command;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;

/** A step of an existing task. */
public interface TaskCommand extends Command {

  /** What follows if that actor gives the command now. */
  List<TaskEvent> decide(Task task, Actor actor, Instant now);
}
