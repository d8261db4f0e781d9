package plantrail.kernel.task;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.DutyRole;

/**
 * The responsible agency charged agencies below it with parts of the task; it stays responsible.
 *
 * @param agency code of the responsible agency, which accepts the results of the parts
 * @param planId the plan that the task belongs to
 * @param document the plan's number and symbol
 * @param item outline number of the plan's item; null if it belongs to none
 * @param focal code of the plan's focal agency; null if none
 * @param happenedOn day of the delegation, local date; the parts stand from it on
 * @param children the parts
 * @param roles the part that those agencies have in them: a request asks, whoever passes it on
 */
@Revision("2")
public record TaskDelegated(
    String taskId,
    String agency,
    String planId,
    String document,
    @Nullable String item,
    @Nullable String focal,
    LocalDate happenedOn,
    List<ChildTask> children,
    List<DutyRole> roles)
    implements TaskEvent {
  public TaskDelegated {
    children = List.copyOf(children);
    roles = List.copyOf(roles);
  }
}
