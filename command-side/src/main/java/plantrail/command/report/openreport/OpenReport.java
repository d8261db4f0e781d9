package plantrail.command.report.openreport;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.report.domain.Report;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.workflow.ReportWorkflow;

/**
 * Opens one agency's report for one period of a plan's reporting rule, beyond those that the issue
 * opened: a later year, or a report on demand. It stands since the day of the call.
 *
 * @param planId the plan
 * @param rule mark of the plan's reporting rule
 * @param agency code of the agency that will owe it
 * @param period the period, for example 2024-Q3, or for a rule on demand a day, 2024-09-12, of a
 *     second call on that day 2024-09-12.2
 * @param title what it is about; if left out, as the rule says. Only for a rule on demand
 * @param due last timely day, local date, not before the day of the call; if left out, as the rule
 *     says
 * @param reason why; required where it was withdrawn and is opened again with another day
 * @param basis document that it rests on; required where the reason is
 */
public record OpenReport(
    String planId,
    String rule,
    String agency,
    String period,
    @Nullable String title,
    @Nullable LocalDate due,
    @Nullable String reason,
    @Nullable String basis)
    implements Command {

  /** Opens it for no reason beyond the rule. */
  public OpenReport(
      String planId,
      String rule,
      String agency,
      String period,
      @Nullable String title,
      @Nullable LocalDate due) {
    this(planId, rule, agency, period, title, due, null, null);
  }

  @TargetAggregateIdentifier
  public ReportId reportId() {
    return ReportId.of(planId, rule, period, agency);
  }

  public List<ReportEvent> decide(
      @Nullable Report report, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    PlanIssued plan = plans.get(planId);
    ReportWorkflow.TABLE
        .at(plan.workflows())
        .permit("open-report", ReportWorkflow.relationsToNew(actor, plan.issuer(), plan.focal()));
    plans.demand("open-report", plan);
    ReportingRule reporting = rule(plan, rule);
    Period of = parsed();
    // Called for again while it is there, it stands since the first call.
    LocalDate since =
        report == null || report.state() == ReportState.WITHDRAWN
            ? when.day()
            : report.opened().since();
    ReportOpened opened =
        opened(
                plan,
                reporting,
                title != null ? title : reporting.title(),
                agency,
                of,
                last(reporting, of),
                since)
            .because(reason, basis);
    List<ReportEvent> events = Report.open(report, opened, plan.workflows(), actor);
    if (events.isEmpty()) {
      return events;
    }
    Check check = when.check(report == null ? plan.issueDate() : report.course().taken().on());
    if (report != null) {
      check.moves(!Objects.equals(report.due(), opened.due()), reason, basis);
    }
    check(check, plan, when.day());
    check(check, agency, "agency", plan, agencies, when.day());
    check.done();
    return events;
  }

  /**
   * Notes what is faulty whoever is to owe it.
   *
   * @param day local day of the call; nobody can be in time for a day before
   */
  public void check(Check check, PlanIssued plan, LocalDate day) {
    ReportingRule reporting = rule(plan, rule);
    Period of = parsed();
    LocalDate last = last(reporting, of);
    boolean onDemand = reporting.frequency() == Frequency.ON_DEMAND;
    check
        .that(
            onDemand || reporting.frequency() == of.frequency(),
            "period",
            "field.period-frequency",
            "@frequency." + reporting.frequency(),
            period)
        .that(onDemand || of.call() == 1, "period", "field.called-once", of.ofCall(1).label())
        .text(title, "title", Check.LINE)
        .text(reason, "reason", Check.TEXT)
        .text(basis, "basis", Check.LINE)
        .that(title == null || onDemand, "title", "field.title-of-rule", reporting.title())
        .that(
            last == null || !last.isBefore(day),
            "due",
            "field.before-call",
            String.valueOf(last),
            day.toString());
  }

  /** Notes an agency that cannot be called on for a report of that plan. */
  public static void check(
      Check check, String agency, String field, PlanIssued plan, Agencies agencies, LocalDate day) {
    check.agency(agency, field, agencies, day).charged(agency, field, plan.issuer(), agencies, day);
  }

  /** The plan's reporting rule of that mark; refused as a faulty field if there is none. */
  public static ReportingRule rule(PlanIssued plan, String rule) {
    return plan.reportingRules().stream()
        .filter(each -> each.id().equals(rule))
        .findFirst()
        .orElseThrow(
            () -> Refusal.invalid(List.of(FieldError.of("rule", "field.unknown-rule", rule))));
  }

  private Period parsed() {
    return parsed(period);
  }

  /** The period of that label; refused as a faulty field if there is none. */
  public static Period parsed(String period) {
    try {
      Period parsed = Period.parse(period);
      if (Check.isYear(parsed.year())) {
        return parsed;
      }
    } catch (IllegalArgumentException e) {
      // told below, like a year out of reach
    }
    throw Refusal.invalid(List.of(FieldError.of("period", "field.period", period)));
  }

  private @Nullable LocalDate last(ReportingRule reporting, Period of) {
    return due != null || reporting.due() == null ? due : reporting.due().lastTimelyDay(of);
  }

  /**
   * The opening of an agency's report for that period of that rule, which stands since that day.
   */
  public static ReportOpened opened(
      PlanIssued plan,
      ReportingRule rule,
      String title,
      String agency,
      Period period,
      @Nullable LocalDate due,
      @Nullable LocalDate since) {
    ReportId id = ReportId.of(plan.planId(), rule.id(), period.label(), agency);
    return opened(id, plan, rule, title, agency, period, due, since);
  }

  /** The opening of that report, which another agency may owe by now than at first. */
  public static ReportOpened opened(
      ReportId id,
      PlanIssued plan,
      ReportingRule rule,
      String title,
      String agency,
      Period period,
      @Nullable LocalDate due,
      @Nullable LocalDate since) {
    return new ReportOpened(
        id.value(),
        plan.planId(),
        plan.document(),
        rule.id(),
        title,
        agency,
        period.label(),
        period.from(rule.window()),
        period.to(rule.window()),
        due,
        rule.addressees(),
        plan.issuer(),
        plan.focal(),
        since,
        rule.form());
  }
}
