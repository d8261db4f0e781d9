package plantrail.command.automation;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.platform.Plans;
import plantrail.command.task.unfulfiltask.UnfulfilTask;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSuperseded;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReopened;

/**
 * A plan that is revoked fulfils no task any more: the duty to issue a plan of one's own is open
 * again, by the day that it had, unless the plan above is over. A plan in whose place another one
 * under the same parent was put still fulfils it, through that one; in any other's place, it is as
 * good as revoked. What an amendment of the plan above withdrew meanwhile is not opened again.
 * Another plan that the agency issued under the same one fulfils it at once. It reads along with
 * {@link WhenSubordinatePlanIssuedThenFulfilTask}, so that a plan fulfils its task before it is
 * revoked.
 */
@Component
@ProcessingGroup(WhenSubordinatePlanRevokedThenReopenTask.GROUP)
public class WhenSubordinatePlanRevokedThenReopenTask {
  /** Name of the processing group. */
  public static final String GROUP = WhenSubordinatePlanIssuedThenFulfilTask.GROUP;

  private final JdbcClient jdbc;
  private final Plans plans;
  private final EventStore eventStore;
  private final Commands commands;
  private final MissedChanges missed;
  private final WhenSubordinatePlanIssuedThenFulfilTask others;

  WhenSubordinatePlanRevokedThenReopenTask(
      JdbcClient jdbc,
      Plans plans,
      EventStore eventStore,
      Commands commands,
      MissedChanges missed,
      WhenSubordinatePlanIssuedThenFulfilTask others) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.eventStore = eventStore;
    this.commands = commands;
    this.missed = missed;
    this.others = others;
  }

  /**
   * @param planId identifier of the plan that fulfilled it
   * @param parent identifier of the plan whose task it is
   */
  private record Fulfilled(String taskId, String planId, String parent) {}

  @EventHandler
  void on(PlanSuperseded event, EventMessage<?> message, TrackingToken token) {
    jdbc.sql(
            "update command.own_plan set standing = :by where standing = :plan and parent = :parent")
        .param("by", event.by())
        .param("plan", event.planId())
        .param("parent", plans.get(event.by()).parent())
        .update();
    standsNoMore(event.planId(), event.reason(), message, token);
  }

  @EventHandler
  void on(PlanRevoked event, EventMessage<?> message, TrackingToken token) {
    standsNoMore(event.planId(), event.reason(), message, token);
  }

  private void standsNoMore(
      String planId, String reason, EventMessage<?> message, TrackingToken token) {
    List<Fulfilled> fulfilled =
        jdbc.sql(
                """
                select t.task_id, p.plan_id, p.parent
                  from command.own_plan p join command.own_plan_task t
                    on t.plan_id = p.parent and t.agency = p.issuer
                 where p.standing = ? and t.position <= ? order by t.task_id
                """)
            .params(planId, token.position().orElseThrow())
            .query(Fulfilled.class)
            .list();
    jdbc.sql("delete from command.own_plan where standing = ?").param(planId).update();
    String why = plans.get(planId).document() + ": " + reason;
    fulfilled.forEach(each -> reopen(each, why, message, token));
  }

  private void reopen(Fulfilled each, String reason, EventMessage<?> message, TrackingToken token) {
    PlanStatus parent = plans.status(each.parent());
    if (parent == null || parent.isOver() || isLetGo(each)) {
      return;
    }
    commands.follow(
        new UnfulfilTask(new TaskId(each.taskId()), each.planId(), reason),
        Commands.Cause.of(message));
    if (isOpenBecauseOf(message, each.taskId())) {
      others.fulfilIfIssued(each.taskId(), message, token);
    }
  }

  /** Whether amendments of the plan above left it asked no more, or not of that agency. */
  private boolean isLetGo(Fulfilled each) {
    TaskAssigned charged =
        (TaskAssigned) eventStore.readEvents(each.taskId(), 0).next().getPayload();
    return plans.get(each.parent()).assignments().stream()
            .anyMatch(rule ->
                rule.id().equals(charged.duty()) && rule.creates() != Product.SUBORDINATE_PLAN)
        || missed.isLetGo(
            new PlanDuties.Duty(
                each.taskId(), each.parent(), charged.duty(), null, charged.agency()));
  }

  /**
   * Whether that is why the task was opened again the last time, now or as this was read before.
   */
  private boolean isOpenBecauseOf(EventMessage<?> revoked, String task) {
    Object why = null;
    var events = eventStore.readEvents(task, 0);
    while (events.hasNext()) {
      DomainEventMessage<?> event = events.next();
      if (event.getPayload() instanceof TaskReopened) {
        why = event.getMetaData().get(MetadataKeys.CORRELATION);
      }
    }
    return Commands.Cause.of(revoked).correlation().equals(why);
  }
}
