package plantrail.command.automation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Plans;
import plantrail.command.report.ReportAggregate;
import plantrail.command.report.domain.Report;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.task.TaskAggregate;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.domain.Task;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;

/**
 * Creates the tasks and reports of one part of a roll-out. Their first events are decided as any
 * others, but published together: to build each one in memory would only cost, since nobody asks
 * for it again here. One that is there already is refused by the log.
 */
@Component
class RollOutHandler {
  private final EventStore events;

  RollOutHandler(EventStore events) {
    this.events = events;
  }

  @CommandHandler
  void handle(RollOut command, Actor actor, Plans plans) {
    PlanIssued plan = plans.version(command.planId(), command.version());
    Map<ReportingRule, List<ReportingRule.Occasion>> occasions = new HashMap<>();
    MetaData pin = Decided.metaData(plan.workflows());
    List<EventMessage<?>> begun = new ArrayList<>();
    for (RollOut.Duty duty : command.duties()) {
      if (duty.period() == null) {
        TaskId id = new TaskId(PlanDuties.id(plan.planId(), duty));
        TaskAssigned assigned = task(id, plan, duty, command.since());
        Task.charge(null, assigned, plan.workflows(), actor)
            .forEach(event -> begun.add(first(TaskAggregate.TYPE, assigned.taskId(), event, pin)));
      } else {
        ReportingRule rule = reportingRule(plan, duty.rule());
        ReportOpened opened =
            report(
                new ReportId(PlanDuties.id(plan.planId(), duty)),
                plan,
                rule,
                duty,
                command.since(),
                occasions.computeIfAbsent(rule, command::occasions));
        Report.open(null, opened, plan.workflows(), actor)
            .forEach(
                event -> begun.add(first(ReportAggregate.TYPE, opened.reportId(), event, pin)));
      }
    }
    events.publish(begun);
  }

  private static EventMessage<?> first(String type, String id, DomainEvent event, MetaData pin) {
    return new GenericDomainEventMessage<>(type, id, 0, event, pin);
  }

  /** The charge with a duty as that task. */
  static TaskAssigned task(TaskId id, PlanIssued plan, RollOut.Duty duty, LocalDate since) {
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
        .assigned(id, plan, since);
  }

  private static ReportingRule reportingRule(PlanIssued plan, String id) {
    return plan.reportingRules().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The opening of a duty of that roll-out as that report. */
  static ReportOpened report(ReportId id, PlanIssued plan, RollOut.Duty duty, RollOut rollOut) {
    ReportingRule rule = reportingRule(plan, duty.rule());
    return report(id, plan, rule, duty, rollOut.since(), rollOut.occasions(rule));
  }

  private static ReportOpened report(
      ReportId id,
      PlanIssued plan,
      ReportingRule rule,
      RollOut.Duty duty,
      LocalDate since,
      List<ReportingRule.Occasion> occasions) {
    Period period = Period.parse(String.valueOf(duty.period()));
    ReportingRule.Occasion occasion =
        occasions.stream().filter(each -> each.period().equals(period)).findFirst().orElseThrow();
    return OpenReport.opened(
        id, plan, rule, rule.title(), duty.agency(), period, occasion.due(), since);
  }
}
