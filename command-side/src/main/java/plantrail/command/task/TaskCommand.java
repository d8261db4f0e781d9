package plantrail.command.task;

import plantrail.command.StepCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.task.TaskEvent;

/** A step of an existing task. */
public interface TaskCommand extends StepCommand<Task, TaskEvent> {}
