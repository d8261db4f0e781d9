package plantrail.command.automation;

import java.util.Objects;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.rollupprogress.RollUpProgress;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.ProgressRolledUp;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskFulfilled;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReassigned;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskResultAccepted;

/**
 * Tells a task how far each of its parts has come, level by level. What a part's record tells at
 * that moment counts, not the event: one that is read again would bring back what was. A task that
 * was finished or declined meanwhile minds its parts again once it is reopened or reassigned.
 */
@Component
@ProcessingGroup(WhenPartProgressedThenRollUp.GROUP)
public class WhenPartProgressedThenRollUp {
  /** Name of the processing group. */
  public static final String GROUP = "when-part-progressed-then-roll-up";

  private static final int ALL = 100;

  private final JdbcClient jdbc;
  private final Tasks tasks;
  private final Commands commands;

  WhenPartProgressedThenRollUp(JdbcClient jdbc, Tasks tasks, Commands commands) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.commands = commands;
  }

  @EventHandler
  void on(TaskEvent event, EventMessage<?> message) {
    if (event instanceof TaskAssigned assigned) {
      remember(assigned);
      return;
    }
    if (moves(event)) {
      whole(event.taskId()).ifPresent(whole -> tell(whole, event.taskId(), message));
    }
    if (event instanceof TaskReopened || event instanceof TaskReassigned) {
      Task whole = Objects.requireNonNull(tasks.find(event.taskId()));
      whole.parts().byId().keySet().forEach(part -> tell(event.taskId(), part, message));
    }
  }

  private void remember(TaskAssigned assigned) {
    if (assigned.parentTask() != null) {
      jdbc.sql("insert into command.part (id, whole) values (?, ?) on conflict do nothing")
          .params(assigned.taskId(), assigned.parentTask())
          .update();
    }
  }

  private Optional<String> whole(String part) {
    return jdbc.sql("select whole from command.part where id = ?")
        .param(part)
        .query(String.class)
        .optional();
  }

  private void tell(String whole, String part, EventMessage<?> message) {
    Task task = tasks.find(part);
    if (task == null) {
      // Nobody is charged with it yet.
      return;
    }
    // What is finished as a whole does not mind its parts any more.
    commands.followUnless(
        share(whole, part, task), Commands.Cause.of(message), RefusalCode.INVALID_STATE);
  }

  private static boolean moves(TaskEvent event) {
    return switch (event) {
      case ProgressReported _,
          ProgressRolledUp _,
          TaskReopened _,
          TaskResultAccepted _,
          TaskFulfilled _,
          TaskCancelled _ ->
          true;
      default -> false;
    };
  }

  private static RollUpProgress share(String whole, String part, Task task) {
    return switch (task.progress()) {
      case COMPLETED -> new RollUpProgress(new TaskId(whole), part, ALL, true);
      case CANCELLED -> new RollUpProgress(new TaskId(whole), part, 0, false);
      default -> new RollUpProgress(new TaskId(whole), part, task.percent(), true);
    };
  }
}
