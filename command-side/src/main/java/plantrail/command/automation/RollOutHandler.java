package plantrail.command.automation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    MetaData pin = Decided.metaData(plan.workflows());
    List<EventMessage<?>> begun = new ArrayList<>();
    for (RollOut.Charge charge : command.charges()) {
      String id = PlanDuties.id(plan.planId(), charge.duty());
      if (charge.duty().period() == null) {
        TaskAssigned assigned = task(new TaskId(id), plan, charge, command.since());
        Task.charge(null, assigned, plan.workflows(), actor)
            .forEach(event -> begun.add(first(TaskAggregate.TYPE, id, event, pin)));
      } else {
        ReportOpened opened = report(new ReportId(id), plan, charge, command.since());
        Report.open(null, opened, plan.workflows(), actor)
            .forEach(event -> begun.add(first(ReportAggregate.TYPE, id, event, pin)));
      }
    }
    events.publish(begun);
  }

  private static EventMessage<?> first(String type, String id, DomainEvent event, MetaData pin) {
    return new GenericDomainEventMessage<>(type, id, 0, event, pin);
  }

  /** The charge with a duty as that task. */
  static TaskAssigned task(TaskId id, PlanIssued plan, RollOut.Charge charge, LocalDate since) {
    AssignmentRule rule =
        plan.assignments().stream()
            .filter(each -> each.id().equals(charge.duty().rule()))
            .findFirst()
            .orElseThrow();
    return new AssignTask(
            plan.planId(),
            rule.id(),
            rule.item(),
            rule.title(),
            charge.duty().agency(),
            rule.roles(),
            rule.partners(),
            charge.due(),
            rule.creates())
        .assigned(id, plan, since);
  }

  /** The charge with a duty as that report. */
  static ReportOpened report(ReportId id, PlanIssued plan, RollOut.Charge charge, LocalDate since) {
    ReportingRule rule =
        plan.reportingRules().stream()
            .filter(each -> each.id().equals(charge.duty().rule()))
            .findFirst()
            .orElseThrow();
    return OpenReport.opened(
        id,
        plan,
        rule,
        rule.title(),
        charge.duty().agency(),
        Period.parse(String.valueOf(charge.duty().period())),
        charge.due(),
        since);
  }
}
