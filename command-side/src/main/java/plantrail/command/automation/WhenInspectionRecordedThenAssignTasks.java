package plantrail.command.automation;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.task.AssignRecommendation;
import plantrail.kernel.inspection.InspectionRecorded;

/** Makes each recommendation of an inspection a task of the inspected unit. */
@Component
@ProcessingGroup(WhenInspectionRecordedThenAssignTasks.GROUP)
public class WhenInspectionRecordedThenAssignTasks {
  /** Name of the processing group. */
  public static final String GROUP = "when-inspection-recorded-then-assign-tasks";

  private final Commands commands;

  WhenInspectionRecordedThenAssignTasks(Commands commands) {
    this.commands = commands;
  }

  @EventHandler
  void on(InspectionRecorded event, EventMessage<?> message) {
    for (int number = 1; number <= event.recommendations().size(); number++) {
      commands.follow(new AssignRecommendation(event, number), Commands.Cause.of(message));
    }
  }
}
