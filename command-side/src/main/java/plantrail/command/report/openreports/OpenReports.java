package plantrail.command.report.openreports;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.report.Reporters;
import plantrail.command.report.domain.OwedReports;
import plantrail.command.report.openreport.OpenReport;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.workflow.ReportWorkflow;

/**
 * Calls on many agencies for a report of the same rule and period: all of them or, if one cannot be
 * called on, none. Who owes it already in the same words is passed over. A call on demand under
 * another title is a call of its own, and so are its reports.
 *
 * @param planId the plan
 * @param rule mark of the plan's reporting rule
 * @param reporters whom it calls on; if left out, whom the rule binds
 * @param period the period, for example 2024-Q3 or 2024-09-12; if left out, the day of the call;
 *     told apart from earlier calls about it by itself
 * @param title what the reports are about; if left out, as the rule says. Only for a rule on demand
 * @param due last timely day, local date, not before the day of the call; if left out, as the rule
 *     says
 * @param reason why; required where one was withdrawn and is opened again with another day
 * @param basis document that it rests on; required where the reason is
 */
public record OpenReports(
    @RoutingKey String planId,
    String rule,
    @Nullable Assignees reporters,
    @Nullable String period,
    @Nullable String title,
    @Nullable LocalDate due,
    @Nullable String reason,
    @Nullable String basis)
    implements Command {

  /** Calls for no reason beyond the rule. */
  public OpenReports(
      String planId,
      String rule,
      @Nullable Assignees reporters,
      @Nullable String period,
      @Nullable String title,
      @Nullable LocalDate due) {
    this(planId, rule, reporters, period, title, due, null, null);
  }

  /** The calls, one for each agency, in the order of their codes. */
  public List<OpenReport> decide(
      Actor actor,
      Occurrence when,
      Plans plans,
      Agencies agencies,
      Reporters reached,
      OwedReports owed) {
    PlanIssued plan = plans.get(planId);
    ReportWorkflow.TABLE
        .at(plan.workflows())
        .permit("open-reports", ReportWorkflow.relationsToNew(actor, plan.issuer(), plan.focal()));
    plans.demand("open-reports", plan);
    Assignees called = reporters != null ? reporters : OpenReport.rule(plan, rule).reporters();
    Set<String> codes = reached.of(called, plan.issuer(), when.day());
    String about = period(plan, when, owed);
    List<OpenReport> calls =
        codes.stream()
            .map(code -> new OpenReport(planId, rule, code, about, title, due, reason, basis))
            .toList();
    Check check =
        when.check(plan.issueDate()).that(!codes.isEmpty(), "reporters", "field.empty-list");
    calls.stream().findFirst().ifPresent(call -> call.check(check, plan, when.day()));
    for (String code : codes) {
      OpenReport.check(check, code, field(code), plan, agencies, when.day());
    }
    check.done();
    return calls;
  }

  /** The period, as the first call that nobody made under another title. */
  private String period(PlanIssued plan, Occurrence when, OwedReports owed) {
    ReportingRule reporting = OpenReport.rule(plan, rule);
    Period of =
        period != null ? OpenReport.parsed(period) : Period.containing(Frequency.DAY, when.day());
    if (reporting.frequency() == Frequency.ON_DEMAND) {
      String called = title != null ? title : reporting.title();
      while (owed.calledOtherwise(planId, rule, of.label(), called)) {
        of = of.ofCall(of.call() + 1);
      }
    }
    return of.label();
  }

  private String field(String agency) {
    int place = reporters == null ? -1 : reporters.agencies().indexOf(agency);
    return place < 0 ? "reporters" : "reporters.agencies[" + place + "]";
  }
}
