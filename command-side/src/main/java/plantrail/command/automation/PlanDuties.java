package plantrail.command.automation;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.plan.OpenDuties;
import plantrail.command.report.domain.DutyBook;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskFulfilled;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.platform.messaging.PendingRows;

/** Which tasks and reports each plan has, and which of them are open: what its changes concern. */
@Component
@ProcessingGroup(WhenPlanIssuedThenAssignTasks.GROUP)
class PlanDuties implements DutyBook {
  private final JdbcClient jdbc;
  private final RollOuts rollOuts;
  private final PendingRows<Duty> pending = new PendingRows<>(this::open);

  PlanDuties(JdbcClient jdbc, RollOuts rollOuts) {
    this.jdbc = jdbc;
    this.rollOuts = rollOuts;
  }

  /**
   * A duty of a plan.
   *
   * @param id identifier of the task or report
   * @param planId identifier of the plan
   * @param rule mark of the rule that it follows from, or of a duty that was charged by hand
   * @param period label of a report's period; null for a task
   * @param agency code of the agency that was charged
   */
  record Duty(String id, String planId, String rule, @Nullable String period, String agency) {
    boolean isTask() {
      return period == null;
    }
  }

  @EventHandler
  void on(TaskEvent event) {
    switch (event) {
      case TaskAssigned e ->
          pending.add(new Duty(e.taskId(), e.planId(), e.duty(), null, e.agency()));
      case TaskResultAccepted e -> open(e.taskId(), false);
      case TaskFulfilled e -> open(e.taskId(), false);
      case TaskCancelled e -> open(e.taskId(), false);
      case TaskReopened e -> open(e.taskId(), true);
      default -> {}
    }
  }

  @EventHandler
  void on(ReportEvent event) {
    switch (event) {
      case ReportOpened e ->
          pending.add(new Duty(e.reportId(), e.planId(), e.rule(), e.period(), e.agency()));
      case ReportAccepted e -> open(e.reportId(), false);
      case ReportWaived e -> open(e.reportId(), false);
      case ReportWithdrawn e -> open(e.reportId(), false);
      default -> {}
    }
  }

  @Override
  public void note(ReportEvent event) {
    on(event);
  }

  /** Identifier of the task or report that a duty is opened as. */
  static String id(String planId, RollOut.Duty duty) {
    String period = duty.period();
    return period == null
        ? TaskId.of(planId, duty.rule(), duty.agency()).value()
        : ReportId.of(planId, duty.rule(), period, duty.agency()).value();
  }

  /** Notes duties that begin, some of them anew. */
  private void open(List<Duty> duties) {
    String[] ids = duties.stream().map(Duty::id).toArray(String[]::new);
    jdbc.sql(
            """
            insert into command.duty (id, plan_id, rule, period, agency)
            select id, plan_id, rule, period, agency
              from unnest(:ids, :plans, :rules, :periods, :agencies)
                with ordinality as d (id, plan_id, rule, period, agency, place)
             order by place
            on conflict do nothing
            """)
        .param("ids", ids)
        .param("plans", duties.stream().map(Duty::planId).toArray(String[]::new))
        .param("rules", duties.stream().map(Duty::rule).toArray(String[]::new))
        .param("periods", duties.stream().map(Duty::period).toArray(String[]::new))
        .param("agencies", duties.stream().map(Duty::agency).toArray(String[]::new))
        .update();
    jdbc.sql("update command.duty set open = true where id = any(:ids) and not open")
        .param("ids", ids)
        .update();
    rollOuts.finish();
  }

  private void open(String id, boolean open) {
    pending.write();
    jdbc.sql("update command.duty set open = :open where id = :id")
        .param("open", open)
        .param("id", id)
        .update();
  }

  /** The plan's duties up to that one, always in the same order. */
  List<Duty> upTo(String planId, long last) {
    return jdbc.sql(
            """
            select id, plan_id, rule, period, agency from command.duty
             where plan_id = :plan and serial <= :last order by serial
            """)
        .param("plan", planId)
        .param("last", last)
        .query(Duty.class)
        .list();
  }

  /** How many of that plan are open, as far as they are told here. */
  OpenDuties.Count open(String planId) {
    return jdbc.sql(
            """
            select count(*) filter (where period is null) as tasks,
                   count(*) filter (where period is not null) as reports
              from command.duty where plan_id = :plan and open
            """)
        .param("plan", planId)
        .query(OpenDuties.Count.class)
        .single();
  }
}
