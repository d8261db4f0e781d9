package plantrail.command.report.openreport;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.report.domain.Report;
import plantrail.kernel.calendar.DueRule;
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

/**
 * Opens one agency's report for one period of a plan's reporting rule, beyond those that the issue
 * opened: a later year, or a report on demand.
 *
 * @param planId the plan
 * @param rule mark of the plan's reporting rule
 * @param agency code of the agency that will owe it
 * @param period the period, for example 2024-Q3
 * @param due last timely day, local date; if left out, as the rule says
 */
public record OpenReport(
    String planId, String rule, String agency, String period, @Nullable LocalDate due)
    implements Command {

  @TargetAggregateIdentifier
  public ReportId reportId() {
    return ReportId.of(planId, rule, period, agency);
  }

  public List<ReportEvent> decide(
      @Nullable Report report, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    PlanIssued plan = plans.inForce(planId);
    ReportingRule reporting =
        plan.reportingRules().stream()
            .filter(each -> each.id().equals(rule))
            .findFirst()
            .orElseThrow(
                () -> Refusal.invalid(List.of(FieldError.of("rule", "field.unknown-rule", rule))));
    Period of = parsed();
    LocalDate last = due != null ? due : due(reporting.due(), of);
    LocalDate since = when.stated() != null ? when.stated() : plan.issueDate();
    List<ReportEvent> events =
        Report.open(report, opened(plan, reporting, agency, of, last, since), actor);
    when.check(plan.issueDate())
        .that(
            reporting.frequency() == Frequency.ON_DEMAND || reporting.frequency() == of.frequency(),
            "period",
            "field.period-frequency",
            "@frequency." + reporting.frequency(),
            period)
        .agency(agency, "agency", agencies, when.day())
        .charged(agency, "agency", plan.issuer(), agencies, when.day())
        .that(
            last == null || !last.isBefore(plan.issueDate()),
            "due",
            "field.before-issue",
            String.valueOf(last),
            plan.issueDate().toString())
        .done();
    return events;
  }

  private Period parsed() {
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

  private static @Nullable LocalDate due(@Nullable DueRule rule, Period period) {
    return rule == null ? null : rule.lastTimelyDay(period);
  }

  /**
   * The opening of an agency's report for that period of that rule, which stands since that day.
   */
  public static ReportOpened opened(
      PlanIssued plan,
      ReportingRule rule,
      String agency,
      Period period,
      @Nullable LocalDate due,
      @Nullable LocalDate since) {
    return new ReportOpened(
        ReportId.of(plan.planId(), rule.id(), period.label(), agency).value(),
        plan.planId(),
        plan.document(),
        rule.id(),
        rule.title(),
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
