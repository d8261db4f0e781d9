package plantrail.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskProgress;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskResultReturned;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.ReportWorkflow;
import plantrail.kernel.workflow.TaskWorkflow;

/** Plays random legal lives of plans and their duties; the same seed, the same life. */
final class RandomLife {
  private static final List<String> AGENCIES =
      List.of("HGI.SNV", "HGI.STC", "HGI.026", "HGI.027", "HGI.026.01");
  private static final Set<Relation> ANYBODY = Set.of(Relation.values());

  private final Random random;
  private final List<PlanIssued> plans = new ArrayList<>();
  private final Map<String, TaskProgress> tasks = new LinkedHashMap<>();
  private final Map<String, ReportState> reports = new LinkedHashMap<>();
  private int serial;

  RandomLife(long seed) {
    this.random = new Random(seed);
  }

  /** The next thing that happens: one or two events. */
  List<DomainEvent> next() {
    int dice = random.nextInt(20);
    if (plans.isEmpty() || dice == 0) {
      PlanIssued plan = Story.plan("" + (100 + plans.size()), "HGI", "HGI.SNV");
      plans.add(plan);
      return List.of(plan);
    } else if (dice < 5 || tasks.isEmpty()) {
      TaskAssigned task =
          Story.task(
              any(plans), "A" + serial++, any(AGENCIES), day(), any(List.of(DutyRole.values())));
      tasks.put(task.taskId(), TaskProgress.ASSIGNED);
      return List.of(task);
    } else if (dice < 8 || reports.isEmpty()) {
      Period period = new Period(Frequency.MONTH, 2030 + serial++, 1);
      ReportOpened report = Story.report(any(plans), period, any(AGENCIES), day());
      reports.put(report.reportId(), ReportState.OPEN);
      return List.of(report);
    } else if (dice == 8) {
      PlanIssued plan = Story.plan("i" + serial++, "HGI", null);
      InspectionRecorded inspection = Story.inspection(plan, any(AGENCIES));
      TaskAssigned remedy = Story.remedy(plan, inspection);
      tasks.put(remedy.taskId(), TaskProgress.ASSIGNED);
      return List.of(inspection, remedy);
    }
    return dice < 15 ? task() : report();
  }

  private List<DomainEvent> task() {
    String id = any(List.copyOf(tasks.keySet()));
    List<String> open = TaskWorkflow.TABLE.openTo(tasks.get(id), ANYBODY);
    if (open.isEmpty()) {
      return List.of();
    }
    String command = any(open);
    tasks.put(id, TaskWorkflow.TABLE.step(command).to());
    return List.of(
        switch (command) {
          case "accept-task" -> new TaskAccepted(id);
          case "report-progress" ->
              new ProgressReported(id, random.nextInt(101), random.nextBoolean() ? "xong" : null);
          case "submit-task-result" -> new TaskResultSubmitted(id, "kết quả", day());
          case "accept-task-result" -> new TaskResultAccepted(id, null);
          case "return-task-result" -> new TaskResultReturned(id, "thiếu");
          default -> throw new IllegalStateException(command);
        });
  }

  private List<DomainEvent> report() {
    String id = any(List.copyOf(reports.keySet()));
    List<String> open = ReportWorkflow.TABLE.openTo(reports.get(id), ANYBODY);
    if (open.isEmpty()) {
      return List.of();
    }
    String command = any(open);
    reports.put(id, ReportWorkflow.TABLE.step(command).to());
    return List.of(
        switch (command) {
          case "submit-report" -> new ReportSubmitted(id, "nội dung", day());
          case "accept-report" -> new ReportAccepted(id, null);
          case "return-report" -> new ReportReturned(id, "sai số liệu");
          default -> throw new IllegalStateException(command);
        });
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private LocalDate day() {
    return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366));
  }
}
