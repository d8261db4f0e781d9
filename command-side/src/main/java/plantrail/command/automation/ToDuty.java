package plantrail.command.automation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.command.report.reschedulereport.RescheduleReport;
import plantrail.command.report.revisereport.ReviseReport;
import plantrail.command.report.withdrawreport.WithdrawReport;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.command.task.revisetask.ReviseTask;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.task.TaskId;

/** What is said to a duty of a plan, be it a task or a report. */
final class ToDuty {
  private ToDuty() {}

  /** It is called off; for the day see {@link CancelTask} and {@link WithdrawReport}. */
  static Object cancel(
      PlanDuties.Duty duty, String reason, String basis, @Nullable LocalDate from) {
    return duty.isTask()
        ? new CancelTask(new TaskId(duty.id()), reason, basis, from)
        : new WithdrawReport(new ReportId(duty.id()), reason, basis, from);
  }

  /** Its last timely day is another one; for the other day see {@link RescheduleReport}. */
  static Object reschedule(
      PlanDuties.Duty duty,
      @Nullable LocalDate due,
      String reason,
      @Nullable String basis,
      @Nullable LocalDate from) {
    return duty.isTask()
        ? new RescheduleTask(new TaskId(duty.id()), due, reason, basis)
        : new RescheduleReport(new ReportId(duty.id()), due, reason, basis, from);
  }

  /**
   * A rest moves its last timely day, and what was granted before.
   *
   * @param due as the rest moves it, local date; null if it has none
   * @param granted as the rest moves it; null if nothing was granted
   */
  static Object move(
      PlanDuties.Duty duty,
      @Nullable LocalDate due,
      @Nullable LocalDate granted,
      PlanResumed rest) {
    return duty.isTask()
        ? new RescheduleTask(new TaskId(duty.id()), due, rest.reason(), rest.basis(), granted)
        : new RescheduleReport(new ReportId(duty.id()), due, rest.reason(), rest.basis(), null);
  }

  /**
   * It is what that version of the plan says.
   *
   * @param before what the plan said of a task before, see {@link ReviseTask}
   */
  static Object revise(
      PlanDuties.Duty duty,
      Task.@Nullable Matter before,
      PlanVersion now,
      PlanAmended amended,
      String basis) {
    if (!duty.isTask()) {
      ReportingRule rule = now.reportingRule(duty);
      return new ReviseReport(
          new ReportId(duty.id()),
          amended.version(),
          rule.frequency() == Frequency.ON_DEMAND ? null : rule.title(),
          rule.addressees(),
          rule.form(),
          amended.reason(),
          basis);
    }
    return new ReviseTask(
        new TaskId(duty.id()),
        amended.version(),
        before,
        Task.Matter.of(now.assignment(duty)),
        amended.reason(),
        basis);
  }
}
