package plantrail.command.task.assigntask;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.NotEmpty;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * Charges one agency with one more duty under a plan. For the fields see {@link TaskAssigned};
 * {@code duty} must be new within the plan for that agency, or have been called off by then. If it
 * was and is charged again with another day, or was another agency's by then, reason and basis are
 * required, as for every change of a day or an owner.
 */
public record AssignTask(
    String planId,
    String duty,
    @Nullable String item,
    String title,
    String agency,
    @NotEmpty List<DutyRole> roles,
    @Nullable String partners,
    @Nullable LocalDate due,
    @Nullable Product creates,
    @Nullable String reason,
    @Nullable String basis)
    implements Command {
  private static final int MARK = 60;

  /** Charges with what the plan says itself, for no reason beyond that. */
  public AssignTask(
      String planId,
      String duty,
      @Nullable String item,
      String title,
      String agency,
      List<DutyRole> roles,
      @Nullable String partners,
      @Nullable LocalDate due,
      @Nullable Product creates) {
    this(planId, duty, item, title, agency, roles, partners, due, creates, null, null);
  }

  @TargetAggregateIdentifier
  public TaskId taskId() {
    return TaskId.of(planId, duty, agency);
  }

  /**
   * What is charged with.
   *
   * @param since local day since when; null for that of the record
   */
  public TaskAssigned assigned(PlanIssued plan, @Nullable LocalDate since) {
    return assigned(taskId(), plan, since);
  }

  /** The same as that task, which another agency may owe by now than at first. */
  public TaskAssigned assigned(TaskId task, PlanIssued plan, @Nullable LocalDate since) {
    TaskAssigned assigned =
        new TaskAssigned(
            task.value(),
            planId,
            plan.document(),
            duty,
            item,
            title,
            agency,
            roles,
            partners,
            due,
            plan.issuer(),
            plan.focal(),
            creates,
            null,
            since,
            null,
            null);
    return assigned.because(reason, basis);
  }

  public List<TaskEvent> decide(
      @Nullable Task task, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    PlanIssued plan = plans.get(planId);
    List<TaskEvent> events =
        Task.charge(task, assigned(plan, when.stated()), plan.workflows(), actor);
    plans.demand("assign-task", plan);
    if (events.isEmpty()) {
      return events;
    }
    Check check = when.check(task == null ? plan.issueDate() : task.course().taken().on());
    if (!DutyRole.isRequest(roles)) {
      check.charged(agency, "agency", plan.issuer(), agencies, when.day());
    }
    if (task != null) {
      check.moves(!Objects.equals(task.due(), due) || !task.agency().equals(agency), reason, basis);
    }
    check
        .text(reason, "reason", Check.TEXT)
        .text(basis, "basis", Check.LINE)
        .text(duty, "duty", MARK)
        .dutyMark(duty, "duty")
        .text(title, "title", Check.LINE)
        .text(partners, "partners", Check.LINE)
        .that(
            item == null || plan.items().stream().anyMatch(each -> each.outline().equals(item)),
            "item",
            "field.unknown-item",
            String.valueOf(item))
        .agency(agency, "agency", agencies, when.day())
        .that(
            due == null || !due.isBefore(when.day()),
            "due",
            "field.before-charge",
            String.valueOf(due),
            when.day().toString())
        .done();
    return events;
  }
}
