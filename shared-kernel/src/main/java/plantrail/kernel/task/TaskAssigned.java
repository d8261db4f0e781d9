package plantrail.kernel.task;

import java.time.LocalDate;
import java.util.List;
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
 */
@Revision("3")
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
    @Nullable Integer weight)
    implements TaskEvent {
  public TaskAssigned {
    roles = List.copyOf(roles);
  }
}
