package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskResultReturned;
import plantrail.kernel.task.TaskResultSubmitted;

/** A year of a small province, asked for over HTTP. */
class QueryHttpIT extends QuerySideTest {
  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final PlanIssued other = Story.plan("5", "CBA", null);
  private final TaskAssigned late =
      Story.task(plan, "A1", "HGI.026", LocalDate.of(2024, 5, 10), DutyRole.LEAD);
  private final TaskAssigned overdue =
      Story.task(plan, "A1", "HGI.027", LocalDate.of(2024, 5, 10), DutyRole.LEAD);
  private final TaskAssigned commune =
      Story.task(plan, "A2", "HGI.026.01", LocalDate.of(2025, 1, 2), DutyRole.EXECUTE);
  private final TaskAssigned asked = Story.task(plan, "A3", "HGI.STC", null, DutyRole.REQUEST);
  private final ReportOpened report =
      Story.report(
          plan, new Period(Frequency.QUARTER, 2024, 1), "HGI.026", LocalDate.of(2024, 3, 14));
  private final ReportOpened second =
      Story.report(
          plan, new Period(Frequency.QUARTER, 2024, 2), "HGI.026", LocalDate.of(2024, 6, 14));
  private final InspectionRecorded inspection = Story.inspection(plan, "HGI.027");
  private final TaskAssigned remedy = Story.remedy(plan, inspection);

  @BeforeAll
  void aYear() {
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append("2024-02-28T02:00:00Z", plan, late, overdue, commune, asked, report, second);
    log.append("2024-02-28T03:00:00Z", other);
    log.append("2024-03-01T02:00:00Z", new TaskAccepted(late.taskId()));
    log.append(
        "2024-03-13T02:00:00Z",
        new ReportSubmitted(report.reportId(), "Đã làm", LocalDate.of(2024, 3, 12)));
    log.append("2024-03-20T02:00:00Z", new ReportReturned(report.reportId(), "Thiếu số liệu"));
    log.append(
        "2024-03-22T02:00:00Z",
        new ReportSubmitted(report.reportId(), "Đã làm lại", LocalDate.of(2024, 3, 21)));
    log.append(
        "2024-04-01T02:00:00Z",
        new ProgressReported(late.taskId(), 40, "Đã có dự thảo"),
        new ProgressReported(late.taskId(), 60, null));
    log.append(
        "2024-05-09T02:00:00Z",
        new TaskResultSubmitted(late.taskId(), "Kế hoạch", LocalDate.of(2024, 5, 9)));
    log.append("2024-05-12T02:00:00Z", new TaskResultReturned(late.taskId(), "Thiếu chữ ký"));
    log.append(
        "2024-05-20T02:00:00Z",
        new TaskResultSubmitted(late.taskId(), "Kế hoạch đã ký", LocalDate.of(2024, 5, 20)));
    log.append("2024-05-21T02:00:00Z", new TaskResultAccepted(late.taskId(), null));
    log.append("2024-06-11T02:00:00Z", inspection, remedy);
    settle();
  }

  @Test
  void aTaskShowsWhereItStandsAndWhatHappened() {
    Answer task = get("auditor", "/api/tasks/" + late.taskId());
    assertThat(task.status()).isEqualTo(200);
    assertThat(task.json().path("agencyName").asString()).isEqualTo("UBND huyện Đồng Văn");
    assertThat(task.json().path("progress").asString()).isEqualTo("COMPLETED");
    assertThat(task.json().path("percent").asInt()).isEqualTo(100);
    assertThat(task.json().path("timeliness").asString()).isEqualTo("DONE_LATE");
    assertThat(task.json().path("handedInOn").asString()).isEqualTo("2024-05-20");
    assertThat(task.json().path("due").asString()).isEqualTo("2024-05-10");
    assertThat(task.json().path("timeline").valueStream().map(e -> e.path("name").asString()))
        .containsExactly(
            "task-assigned",
            "task-accepted",
            "progress-reported",
            "progress-reported",
            "task-result-submitted",
            "task-result-returned",
            "task-result-submitted",
            "task-result-accepted");
  }
}
