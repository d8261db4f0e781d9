package plantrail.command.task;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Records;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.task.TaskEvent;

/** Tasks as the log itself tells. */
@Component
class LoggedTasks implements Tasks {
  private final Records records;

  LoggedTasks(Records records) {
    this.records = records;
  }

  @Override
  public @Nullable Task find(String taskId) {
    return records.find(taskId, TaskEvent.class, Task::evolve);
  }
}
