package plantrail.command.task.revisetask;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.TaskCommand;
import plantrail.command.task.domain.Task;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.ProductChange;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskRevised;

/**
 * Says anew what the task is, as the plan's amendment says. Given by the system; if it is that
 * already, there is nothing to do.
 *
 * @param version the version of the plan that says so
 * @param item outline number of the plan's item
 * @param title what is to be done
 * @param roles the agency's part in it, the leading one first
 * @param partners with whom; null if not said
 * @param creates what it has to bring about; null for an ordinary duty
 * @param reason why
 * @param basis clause of the amending document, and the document
 */
public record ReviseTask(
    @TargetAggregateIdentifier TaskId taskId,
    int version,
    String item,
    String title,
    List<DutyRole> roles,
    @Nullable String partners,
    @Nullable Product creates,
    String reason,
    String basis)
    implements TaskCommand {

  @Override
  public List<TaskEvent> follow(Task task, Actor actor, Occurrence when) {
    task.open("revise-task", actor);
    return task.matter().equals(matter())
        ? List.of()
        : task.take(
            "revise-task",
            new TaskRevised(
                taskId.value(),
                version,
                item,
                title,
                roles,
                partners,
                product(task),
                reason,
                basis),
            actor);
  }

  /** What the task is from now on. */
  public Task.Matter matter() {
    return new Task.Matter(item, title, roles, partners, creates);
  }

  private @Nullable ProductChange product(Task task) {
    Product before = task.matter().creates();
    return before == creates
        ? null
        : new ProductChange(task.plan(), task.agency(), before, creates);
  }
}
