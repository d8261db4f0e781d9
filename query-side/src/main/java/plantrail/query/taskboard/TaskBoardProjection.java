package plantrail.query.taskboard;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.kernel.task.TaskEvent;
import plantrail.query.platform.AsOfTable;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps the task board. */
@Component
@ProcessingGroup(TaskBoardProjection.GROUP)
public class TaskBoardProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "task-board";

  private final AsOfTable<TaskRow> tasks;

  public TaskBoardProjection(JdbcTemplate jdbc) {
    this.tasks = new AsOfTable<>(jdbc, "task", TaskRow.class);
  }

  @Override
  protected void write(List<Recorded> events) {
    tasks.write(events, TaskEvent.class, TaskRow::after);
  }

  @Override
  public void clear() {
    tasks.clear();
  }
}
