package plantrail.command.automation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Plans;
import plantrail.command.report.ReportAggregate;
import plantrail.command.report.domain.Report;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.task.TaskAggregate;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.domain.Task;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.task.TaskAssigned;

/** Creates the tasks and reports of one part of a roll-out. */
@Component
class RollOutHandler {
  private final Repository<TaskAggregate> tasks;
  private final Repository<ReportAggregate> reports;

  private final PlanDuties duties;

  RollOutHandler(
      Repository<TaskAggregate> tasks, Repository<ReportAggregate> reports, PlanDuties duties) {
    this.tasks = tasks;
    this.reports = reports;
    this.duties = duties;
  }

  @CommandHandler
  void handle(RollOut command, Actor actor, Plans plans) throws Exception {
    PlanIssued plan = plans.version(command.planId(), command.version());
    duties.add(command.planId(), command.duties());
    Map<ReportingRule, List<ReportingRule.Occasion>> occasions = new HashMap<>();
    for (RollOut.Duty duty : command.duties()) {
      if (duty.period() == null) {
        TaskAssigned assigned = task(plan, duty, command.since());
        tasks.newInstance(
            () -> TaskAggregate.begin(assigned.taskId(), Task.charge(null, assigned, actor)));
      } else {
        ReportingRule rule = reportingRule(plan, duty.rule());
        ReportOpened opened =
            report(
                plan,
                rule,
                duty,
                command.since(),
                occasions.computeIfAbsent(
                    rule, each -> each.occasions(command.since(), command.horizon())));
        reports.newInstance(
            () -> ReportAggregate.begin(opened.reportId(), Report.open(null, opened, actor)));
      }
    }
  }

  private static TaskAssigned task(PlanIssued plan, RollOut.Duty duty, LocalDate since) {
    AssignmentRule rule =
        plan.assignments().stream()
            .filter(each -> each.id().equals(duty.rule()))
            .findFirst()
            .orElseThrow();
    DueRule due = rule.due();
    return new AssignTask(
            plan.planId(),
            rule.id(),
            rule.item(),
            rule.title(),
            duty.agency(),
            rule.roles(),
            rule.partners(),
            due == null ? null : due.lastTimelyDay(),
            rule.creates())
        .assigned(plan, since);
  }

  private static ReportingRule reportingRule(PlanIssued plan, String id) {
    return plan.reportingRules().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static ReportOpened report(
      PlanIssued plan,
      ReportingRule rule,
      RollOut.Duty duty,
      LocalDate since,
      List<ReportingRule.Occasion> occasions) {
    Period period = Period.parse(String.valueOf(duty.period()));
    ReportingRule.Occasion occasion =
        occasions.stream().filter(each -> each.period().equals(period)).findFirst().orElseThrow();
    return OpenReport.opened(plan, rule, duty.agency(), period, occasion.due(), since);
  }
}
