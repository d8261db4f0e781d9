package plantrail.kernel.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Product;

/**
 * One agency was charged with one duty.
 *
 * @param taskId see {@link TaskId}
 * @param planId the plan that it belongs to
 * @param document the plan's number and symbol
 * @param duty mark of the duty within the plan: an assignment rule's, or a recommendation's
 * @param item outline number of the plan's item; null if it belongs to none
 * @param title what is to be done
 * @param agency code of the responsible agency
 * @param roles its part in it, the leading one first
 * @param partners with whom; null if not said
 * @param due last timely day, local date; null for a duty without a day
 * @param assigner code of the agency that charged it and accepts the result
 * @param focal code of the plan's focal agency; null if none
 * @param creates what it has to bring about; null for an ordinary duty
 * @param inspectionId the inspection whose recommendation it is; null for a duty of the plan
 * @param since local day from which the duty stands: the plan's issue, the inspection; null for the
 *     day of recording
 * @param parentTask identifier of the task that it is a part of; null if of none
 * @param weight how much it counts in that task's progress, see {@link ChildTask}; null if of none
 * @param oldDue of a task that was called off before and is charged again, last timely day in force
 *     when it was, local date; null if it had none, or if it is charged for the first time
 * @param oldAgency code of the agency that was responsible when it was called off; null if it is
 *     charged for the first time, or was charged again before this was recorded
 * @param reason why; null if not stated. A day or an agency other than before has one
 * @param basis document that it rests on; null if not stated
 */
@Revision("4")
public record TaskAssigned(
    String taskId,
    String planId,
    String document,
    String duty,
    @Nullable String item,
    String title,
    String agency,
    List<DutyRole> roles,
    @Nullable String partners,
    @Nullable LocalDate due,
    String assigner,
    @Nullable String focal,
    @Nullable Product creates,
    @Nullable String inspectionId,
    @Nullable LocalDate since,
    @Nullable String parentTask,
    @Nullable Integer weight,
    @Nullable LocalDate oldDue,
    @Nullable String oldAgency,
    @Nullable String reason,
    @Nullable String basis)
    implements TaskEvent {
  public TaskAssigned {
    roles = List.copyOf(roles);
  }

  /** Charged for the first time, for no stated reason. */
  public TaskAssigned(
      String taskId,
      String planId,
      String document,
      String duty,
      @Nullable String item,
      String title,
      String agency,
      List<DutyRole> roles,
      @Nullable String partners,
      @Nullable LocalDate due,
      String assigner,
      @Nullable String focal,
      @Nullable Product creates,
      @Nullable String inspectionId,
      @Nullable LocalDate since,
      @Nullable String parentTask,
      @Nullable Integer weight) {
    this(
        taskId,
        planId,
        document,
        duty,
        item,
        title,
        agency,
        roles,
        partners,
        due,
        assigner,
        focal,
        creates,
        inspectionId,
        since,
        parentTask,
        weight,
        null,
        null,
        null,
        null);
  }

  /** The same for that reason, which rests on that document. */
  public TaskAssigned because(@Nullable String reason, @Nullable String basis) {
    return with(oldDue, oldAgency, reason, basis);
  }

  /** The same of a task that was that agency's, and due by that day, when it was called off. */
  public TaskAssigned insteadOf(@Nullable LocalDate oldDue, @Nullable String oldAgency) {
    return with(oldDue, oldAgency, reason, basis);
  }

  private TaskAssigned with(
      @Nullable LocalDate oldDue,
      @Nullable String oldAgency,
      @Nullable String reason,
      @Nullable String basis) {
    return new TaskAssigned(
        taskId,
        planId,
        document,
        duty,
        item,
        title,
        agency,
        roles,
        partners,
        due,
        assigner,
        focal,
        creates,
        inspectionId,
        since,
        parentTask,
        weight,
        oldDue,
        oldAgency,
        reason,
        basis);
  }

  /** Whether charging again moves the last timely day. */
  public boolean movesDue() {
    return oldAgency != null && !Objects.equals(oldDue, due);
  }

  /** Whether charging again makes another agency responsible. */
  public boolean movesAgency() {
    return oldAgency != null && !oldAgency.equals(agency);
  }
}
