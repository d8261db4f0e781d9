package plantrail.command.task.reassigntask;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.SubjectCommand;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReassigned;

/**
 * The assigner or the focal agency makes another agency responsible.
 *
 * @param agency code of the agency that is responsible from now on
 * @param reason why
 * @param basis document that the change rests on
 */
public record ReassignTask(
    @TargetAggregateIdentifier TaskId taskId, String agency, String reason, String basis)
    implements SubjectCommand {

  /**
   * As {@link #decide(Task, Actor, Occurrence, Agencies)}; refuses with INVALID_STATE if the plan
   * is not what the step demands.
   */
  public List<TaskEvent> decide(
      Task task, Actor actor, Occurrence when, Agencies agencies, Plans plans) {
    List<TaskEvent> events = decide(task, actor, when, agencies);
    if (!events.isEmpty()) {
      plans.demand(task.underPlan("reassign-task"), task.plan());
    }
    return events;
  }

  public List<TaskEvent> decide(Task task, Actor actor, Occurrence when, Agencies agencies) {
    List<TaskEvent> events =
        task.take(
            "reassign-task",
            new TaskReassigned(taskId.value(), predecessor(task), agency, reason, basis),
            actor);
    Check check = when.check(task.openSince("reassign-task"));
    String by = task.charger();
    if (by != null) {
      check.charged(agency, "agency", by, agencies, when.day());
    }
    check
        .agency(agency, "agency", agencies, when.day())
        .that(
            events.isEmpty() || !agency.equals(task.agency()),
            "agency",
            "field.responsible-already",
            agency)
        .text(reason, "reason", Check.TEXT)
        .text(basis, "basis", Check.LINE)
        .done();
    return events;
  }

  /** Said again after it was done, it is still about the agency that was responsible before. */
  private String predecessor(Task task) {
    return task.last() instanceof TaskReassigned done && done.successor().equals(agency)
        ? done.predecessor()
        : task.agency();
  }
}
