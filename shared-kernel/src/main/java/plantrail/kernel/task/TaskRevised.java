package plantrail.kernel.task;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.DutyRole;

/**
 * The plan was amended, and with it what the task is. How far it has come and by when it is due
 * stay as they were.
 *
 * @param version the version of the plan that says so
 * @param item outline number of the plan's item from now on; null if it is of none
 * @param title what is to be done from now on
 * @param roles the agency's part in it from now on, the leading one first
 * @param partners with whom from now on; null if not said
 * @param product what it has to bring about, where that is other than before; null if it is not
 * @param reason why
 * @param basis clause of the amending document, and the document
 */
@Revision("2")
public record TaskRevised(
    String taskId,
    int version,
    @Nullable String item,
    String title,
    List<DutyRole> roles,
    @Nullable String partners,
    @Nullable ProductChange product,
    String reason,
    String basis)
    implements TaskEvent {
  public TaskRevised {
    roles = List.copyOf(roles);
  }
}
