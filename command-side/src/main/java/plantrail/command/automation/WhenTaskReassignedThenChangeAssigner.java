package plantrail.command.automation;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Commands;
import plantrail.command.task.changeassigner.ChangeAssigner;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReassigned;

/**
 * Whoever a task is given to takes over its parts from the agency before, which has nothing to say
 * any more; who carries the parts out stays as it is. What the task's record tells at that moment
 * counts, not the event: one that is read again would bring back who was. Where whoever has the
 * whole is no more, whoever took over from them keeps the parts. It reads along with {@link
 * WhenTaskDelegatedThenAssignParts}, so that each part is charged before.
 */
@Component
@ProcessingGroup(WhenTaskReassignedThenChangeAssigner.GROUP)
public class WhenTaskReassignedThenChangeAssigner {
  /** Name of the processing group. */
  public static final String GROUP = WhenTaskDelegatedThenAssignParts.GROUP;

  private final Tasks tasks;
  private final ToParts parts;
  private final Agencies agencies;
  private final Clock clock;

  WhenTaskReassignedThenChangeAssigner(
      Tasks tasks, ToParts parts, Agencies agencies, @Qualifier("clock") Clock clock) {
    this.tasks = tasks;
    this.parts = parts;
    this.agencies = agencies;
    this.clock = clock;
  }

  @EventHandler
  void on(TaskReassigned event, EventMessage<?> message) {
    Task whole = Objects.requireNonNull(tasks.find(event.taskId()));
    Set<String> heirs = heirs(whole.agency());
    for (String part : whole.parts().byId().keySet()) {
      if (heirs.isEmpty() || !isWith(heirs, tasks.find(part))) {
        parts.one(
            new ChangeAssigner(new TaskId(part), whole.agency(), event.reason(), event.basis()),
            Commands.Cause.of(message));
      }
    }
  }

  private static boolean isWith(Set<String> heirs, @Nullable Task part) {
    return part != null && heirs.contains(part.parties().assigner());
  }

  /** Codes of all that stand in the place of an agency that is no more. */
  private Set<String> heirs(String agency) {
    return agencies.successors(agency, LocalTime.dayOf(clock.instant()));
  }
}
