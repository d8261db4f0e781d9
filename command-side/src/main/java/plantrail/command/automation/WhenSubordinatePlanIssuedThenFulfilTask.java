package plantrail.command.automation;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.platform.Plans;
import plantrail.command.task.fulfiltask.FulfilTask;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.ProductChange;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReassigned;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskRevised;
import plantrail.kernel.task.TaskTransferred;

/**
 * A plan that an agency issues under another one fulfils its task of issuing a plan of its own,
 * whichever of the two comes first. One that was opened again waits for another plan: those that
 * were there by then do not fulfil it, however often their issue is read.
 */
@Component
@ProcessingGroup(WhenSubordinatePlanIssuedThenFulfilTask.GROUP)
public class WhenSubordinatePlanIssuedThenFulfilTask {
  /** Name of the processing group. */
  public static final String GROUP = "when-subordinate-plan-issued-then-fulfil-task";

  private final JdbcClient jdbc;
  private final Plans plans;
  private final Commands commands;

  WhenSubordinatePlanIssuedThenFulfilTask(JdbcClient jdbc, Plans plans, Commands commands) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.commands = commands;
  }

  /**
   * @param standing identifier of the plan that stands for it: itself, or the one in its place
   */
  private record OwnPlan(String planId, String document, LocalDate issued, String standing) {}

  @EventHandler
  void on(PlanIssued event, EventMessage<?> message, TrackingToken token) {
    String parent = event.parent();
    if (parent == null) {
      return;
    }
    jdbc.sql(
            """
            insert into command.own_plan (plan_id, parent, issuer, document, issued, standing)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            event.planId(),
            parent,
            event.issuer(),
            event.document(),
            event.issueDate(),
            event.planId())
        .update();
    List<String> tasks =
        jdbc.sql(
                """
                select task_id from command.own_plan_task
                 where plan_id = ? and agency = ? and position <= ?
                """)
            .params(parent, event.issuer(), position(token))
            .query(String.class)
            .list();
    OwnPlan plan = new OwnPlan(event.planId(), event.document(), event.issueDate(), event.planId());
    tasks.forEach(task -> fulfil(task, plan, message));
  }

  @EventHandler
  void on(TaskAssigned event, EventMessage<?> message, TrackingToken token) {
    if (event.creates() == Product.SUBORDINATE_PLAN) {
      demand(event.taskId(), event.planId(), event.agency(), message, token);
    }
  }

  @EventHandler
  void on(TaskRevised event, EventMessage<?> message, TrackingToken token) {
    ProductChange product = event.product();
    if (product == null) {
      return;
    }
    if (product.now() == Product.SUBORDINATE_PLAN) {
      demand(event.taskId(), product.planId(), product.agency(), message, token);
    } else {
      jdbc.sql("delete from command.own_plan_task where task_id = ? and position <= ?")
          .params(event.taskId(), position(token))
          .update();
    }
  }

  private void demand(
      String task, String planId, String agency, EventMessage<?> message, TrackingToken token) {
    jdbc.sql(
            """
            insert into command.own_plan_task as known (task_id, plan_id, agency, position)
            values (?, ?, ?, ?)
            on conflict (task_id) do update
              set agency = excluded.agency, position = excluded.position
            where known.position < excluded.position
            """)
        .params(task, planId, agency, position(token))
        .update();
    fulfilIfIssued(task, message, token);
  }

  @EventHandler
  void on(TaskReopened event, TrackingToken token) {
    jdbc.sql("update command.own_plan_task set position = ? where task_id = ? and position <= ?")
        .params(position(token), event.taskId(), position(token))
        .update();
  }

  @EventHandler
  void on(TaskReassigned event, EventMessage<?> message, TrackingToken token) {
    moved(event.taskId(), event.predecessor(), event.successor(), message, token);
  }

  @EventHandler
  void on(TaskTransferred event, EventMessage<?> message, TrackingToken token) {
    moved(event.taskId(), event.predecessor(), event.successor(), message, token);
  }

  private void moved(
      String task, String from, String to, EventMessage<?> message, TrackingToken token) {
    int known =
        jdbc.sql(
                """
                update command.own_plan_task set agency = ?, position = ?
                 where task_id = ? and agency = ? and position <= ?
                """)
            .params(to, position(token), task, from, position(token))
            .update();
    if (known > 0) {
      fulfilIfIssued(task, message, token);
    }
  }

  private static long position(TrackingToken token) {
    return token.position().orElseThrow();
  }

  /**
   * Fulfils a task by the first plan of its agency's own that was not revoked and has not fulfilled
   * it before, if there is one.
   */
  void fulfilIfIssued(String task, EventMessage<?> message, TrackingToken token) {
    jdbc
        .sql(
            """
            select p.plan_id, p.document, p.issued, p.standing
              from command.own_plan p join command.own_plan_task t
                on p.parent = t.plan_id and p.issuer = t.agency
             where t.task_id = ? and t.position <= ? order by p.issued, p.plan_id
            """)
        .params(task, position(token))
        .query(OwnPlan.class)
        .list()
        .stream()
        .filter(plan -> plans.status(plan.standing()) != PlanStatus.REVOKED)
        .forEach(plan -> fulfil(task, plan, message));
  }

  /** What was finished, called off or declined meanwhile stays as it is. */
  private void fulfil(String task, OwnPlan plan, EventMessage<?> message) {
    commands.followUnless(
        new FulfilTask(new TaskId(task), plan.planId(), plan.document(), plan.issued()),
        Commands.Cause.of(message),
        RefusalCode.INVALID_STATE);
  }
}
