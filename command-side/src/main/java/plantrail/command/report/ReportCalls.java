package plantrail.command.report;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.report.domain.DutyBook;
import plantrail.command.report.domain.OwedReports;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.report.openreports.OpenReports;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;

/** Opens the reports of a call on many agencies, in one transaction. */
@Component
public class ReportCalls {
  private final Repository<ReportAggregate> reports;
  private final Reporters reporters;
  private final JdbcClient jdbc;

  ReportCalls(Repository<ReportAggregate> reports, Reporters reporters, JdbcClient jdbc) {
    this.reports = reports;
    this.reporters = reporters;
    this.jdbc = jdbc;
  }

  @CommandHandler
  Outcome handle(
      OpenReports command,
      Actor actor,
      Occurrence when,
      Plans plans,
      Agencies agencies,
      DutyBook book,
      OwedReports owed)
      throws Exception {
    waitForOthers(command);
    List<String> events = new ArrayList<>();
    String mark = "";
    for (OpenReport call : command.decide(actor, when, plans, agencies, reporters, owed)) {
      Outcome opened =
          reports
              .loadOrCreate(call.reportId().value(), ReportAggregate::new)
              .invoke(report -> report.handle(call, actor, when, plans, agencies, book));
      events.addAll(opened.events());
      mark = mark.isEmpty() || !opened.events().isEmpty() ? opened.mark() : mark;
    }
    return new Outcome(command.planId(), events, mark);
  }

  /**
   * Calls under one rule are decided one after another, on all nodes, up to their commit: each has
   * to see those before it to be told apart from them.
   */
  private void waitForOthers(OpenReports command) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:rule, 0))")
        .param("rule", "open-reports " + command.planId() + " " + command.rule())
        .query((row, number) -> number)
        .single();
  }
}
