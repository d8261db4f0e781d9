package plantrail.command.automation;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.command.report.domain.Report;
import plantrail.command.task.domain.Task;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;

/** What a version of a plan says of a duty that is there. */
final class PlanVersion {
  private final Map<String, AssignmentRule> assignments;
  private final Map<String, ReportingRule> reportingRules;

  PlanVersion(PlanIssued plan) {
    assignments = plan.assignments().stream().collect(toMap(AssignmentRule::id, each -> each));
    reportingRules = plan.reportingRules().stream().collect(toMap(ReportingRule::id, each -> each));
  }

  /** The assignment rule of that mark; null if there is none. */
  @Nullable AssignmentRule assignment(String mark) {
    return assignments.get(mark);
  }

  /** The reporting rule of that mark; null if there is none. */
  @Nullable ReportingRule reportingRule(String mark) {
    return reportingRules.get(mark);
  }

  boolean knows(PlanDuties.Duty duty) {
    return (duty.isTask() ? assignments : reportingRules).containsKey(duty.rule());
  }

  AssignmentRule assignment(PlanDuties.Duty duty) {
    return Objects.requireNonNull(assignment(duty.rule()));
  }

  ReportingRule reportingRule(PlanDuties.Duty duty) {
    return Objects.requireNonNull(reportingRule(duty.rule()));
  }

  /** What the duty is, but for by when and whose. */
  Object matter(PlanDuties.Duty duty) {
    if (duty.isTask()) {
      return Task.Matter.of(assignment(duty));
    }
    ReportingRule rule = reportingRule(duty);
    return List.of(Report.Matter.of(rule), rule.addressees());
  }

  /** Whether it is only asked for. */
  boolean isRequest(PlanDuties.Duty duty) {
    return duty.isTask() && DutyRole.isRequest(assignment(duty).roles());
  }

  /** Whom it is asked of. */
  Assignees bound(PlanDuties.Duty duty) {
    return duty.isTask() ? assignment(duty).assignees() : reportingRule(duty).reporters();
  }

  Period period(PlanDuties.Duty report) {
    return Period.parse(Objects.requireNonNull(report.period()));
  }

  /** The first day that a report covers. */
  LocalDate begins(PlanDuties.Duty report) {
    return period(report).from(reportingRule(report).window());
  }

  private @Nullable DueRule dueRule(PlanDuties.Duty duty) {
    return duty.isTask() ? assignment(duty).due() : reportingRule(duty).due();
  }

  /** Its last timely day, local date; null if it has none. */
  @Nullable LocalDate due(PlanDuties.Duty duty) {
    DueRule rule = dueRule(duty);
    String period = duty.period();
    if (rule == null) {
      return null;
    }
    return period == null ? rule.lastTimelyDay() : rule.lastTimelyDay(Period.parse(period));
  }

  boolean isDueOnce(PlanDuties.Duty duty) {
    return isOnce(dueRule(duty));
  }

  /** Whether a rule names the very day, which then counts whatever was before. */
  static boolean isOnce(@Nullable DueRule rule) {
    return rule != null && rule.once();
  }
}
