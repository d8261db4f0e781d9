package plantrail.command.report;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Snapshots;
import plantrail.command.platform.Taken;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.domain.DutyBook;
import plantrail.command.report.domain.Report;
import plantrail.command.report.escalatereport.EscalateReport;
import plantrail.command.report.noticereportlapse.NoticeReportLapse;
import plantrail.command.report.openreport.OpenAgain;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.report.remindreport.RemindReport;
import plantrail.command.report.reschedulereport.RescheduleReport;
import plantrail.command.report.returnreport.ReturnReport;
import plantrail.command.report.revisereport.ReviseReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.report.transferreport.TransferReport;
import plantrail.command.report.urgereport.UrgeReport;
import plantrail.command.report.waivereport.WaiveReport;
import plantrail.command.report.withdrawreport.WithdrawReport;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.report.ReportEvent;

/** Routes commands to a report's decisions and applies their events. */
@Revision("7")
@Aggregate(
    type = ReportAggregate.TYPE,
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class ReportAggregate {
  /** Type of the aggregate, as the log names it. */
  public static final String TYPE = "Report";

  @AggregateIdentifier private @Nullable String id;
  private @Nullable Report report;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(
      OpenReport command,
      Actor actor,
      Occurrence when,
      Plans plans,
      Agencies agencies,
      DutyBook book) {
    List<ReportEvent> events = command.decide(report, actor, when, plans, agencies);
    events.forEach(book::note);
    return Decided.apply(command.reportId().value(), events, plans.workflows(command.planId()));
  }

  @CommandHandler
  Outcome handle(OpenAgain command, Actor actor, DutyBook book) {
    return Decided.take(
        id,
        report,
        actor,
        begun -> {
          List<ReportEvent> events = begun.openAgain(command.opening(), actor);
          events.forEach(book::note);
          return events;
        });
  }

  @CommandHandler
  Outcome handle(SubmitReport command, Actor actor, Occurrence when, Plans plans) {
    return Decided.take(command, id, report, actor, when, plans);
  }

  @CommandHandler
  Outcome handle(AcceptReport command, Actor actor, Occurrence when) {
    return Decided.take(command, id, report, actor, when);
  }

  @CommandHandler
  Outcome handle(ReturnReport command, Actor actor, Occurrence when) {
    return Decided.take(command, id, report, actor, when);
  }

  @CommandHandler
  Outcome handle(UrgeReport command, Actor actor, Occurrence when) {
    return Decided.take(command, id, report, actor, when);
  }

  @CommandHandler
  Outcome handle(WaiveReport command, Actor actor, Occurrence when) {
    return Decided.take(command, id, report, actor, when);
  }

  @CommandHandler
  Outcome handle(WithdrawReport command, Actor actor, Occurrence when) {
    return Decided.take(command, id, report, actor, when);
  }

  @CommandHandler
  Outcome handle(RemindReport command, Actor actor, Occurrence when) {
    return Decided.take(command, id, report, actor, when);
  }

  @CommandHandler
  Outcome handle(NoticeReportLapse command, Actor actor, Occurrence when) {
    return Decided.take(command, id, report, actor, when);
  }

  @CommandHandler
  Outcome handle(EscalateReport command, Actor actor, Occurrence when) {
    return Decided.take(command, id, report, actor, when);
  }

  @CommandHandler
  Outcome handle(RescheduleReport command, Actor actor, Occurrence when) {
    return Decided.take(command, id, report, actor, when);
  }

  @CommandHandler
  Outcome handle(ReviseReport command, Actor actor, Occurrence when) {
    return Decided.take(command, id, report, actor, when);
  }

  @CommandHandler
  Outcome handle(TransferReport command, Actor actor, Occurrence when) {
    return Decided.take(command, id, report, actor, when);
  }

  @EventSourcingHandler
  void on(ReportEvent event, Taken taken) {
    id = event.reportId();
    report = Report.evolve(report, event, taken);
  }
}
