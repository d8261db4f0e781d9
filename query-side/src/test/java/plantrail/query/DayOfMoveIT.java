package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskRescheduled;
import plantrail.kernel.task.TaskTransferred;

/** On which day a move counts that an automation made. */
class DayOfMoveIT extends QuerySideTest {
  private static final LocalDate DUE = LocalDate.of(2024, 12, 10);
  private static final LocalDate LATER = LocalDate.of(2024, 12, 20);
  private static final LocalDate AUGUST = LocalDate.of(2024, 8, 25);
  private static final LocalDate SEPTEMBER = LocalDate.of(2024, 9, 5);
  private static final Instant ENTERED = Instant.parse("2024-10-03T02:00:00Z");
  private static final Actor CHAIR = new Actor("chair", "ông Quý", "HGI", Role.OFFICIAL);

  private final PlanIssued amended = Story.plan("1", "HGI", null);
  private final PlanIssued resumed = Story.plan("2", "HGI", null);
  private final PlanIssued reformed = Story.plan("3", "HGI", null);
  private final TaskAssigned task = task(amended, "A1", "HGI.STC");
  private final TaskAssigned withdrawn = task(amended, "A2", "HGI.STC");
  private final ReportOpened report =
      Story.report(amended, new Period(Frequency.QUARTER, 2024, 3), "HGI.STC", DUE);
  private final TaskAssigned rested = task(resumed, "A1", "HGI.STC");
  private final TaskAssigned cancelled = task(resumed, "A2", "HGI.STC");
  private final TaskAssigned part = Story.part(resumed, Story.delegated(cancelled, "HGI.027"));
  private final TaskAssigned transferred = task(reformed, "A1", "HGI.026");

  private static TaskAssigned task(PlanIssued plan, String duty, String agency) {
    return Story.task(plan, duty, agency, DUE, DutyRole.EXECUTE);
  }

  @BeforeAll
  void moves() {
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append("2024-02-28T02:00:00Z", amended, resumed, reformed);
    Instant issued = Instant.parse("2024-02-28T02:00:00Z");
    log.follow(issued, amended.planId(), task, withdrawn, report);
    log.follow(issued, resumed.planId(), rested, cancelled, part);
    log.follow(issued, reformed.planId(), transferred);
    log.backdated(
        ENTERED,
        CHAIR,
        AUGUST,
        new PlanAmended(
            amended.planId(),
            2,
            AUGUST,
            "Điều chỉnh",
            "QĐ 46",
            amended.items(),
            amended.assignments(),
            amended.reportingRules(),
            amended.targets(),
            List.of(
                new PlanChange(PlanChange.Part.ITEM, "II", PlanChange.Change.CHANGED, "Điều 1"))));
    log.follow(
        ENTERED,
        amended.planId(),
        new TaskRescheduled(task.taskId(), DUE, LATER, "Điều chỉnh", "QĐ 46"),
        new ReportRescheduled(report.reportId(), DUE, LATER, "Điều chỉnh", "QĐ 46"),
        new TaskCancelled(withdrawn.taskId(), "Điều chỉnh", "QĐ 46"));
    log.backdated(
        ENTERED,
        CHAIR,
        SEPTEMBER,
        new PlanResumed(resumed.planId(), SEPTEMBER, 10, 10, "Hết mưa lũ", null));
    log.follow(
        ENTERED,
        resumed.planId(),
        new TaskRescheduled(rested.taskId(), DUE, LATER, "Hết mưa lũ", null));
    log.backdated(
        ENTERED, CHAIR, SEPTEMBER, new TaskCancelled(cancelled.taskId(), "Trùng việc", null));
    log.follow(ENTERED, cancelled.taskId(), new TaskCancelled(part.taskId(), "Trùng việc", null));
    log.append(
        ENTERED,
        CHAIR,
        null,
        new AgencyMerged("HGI.026", "HGI.027", LocalDate.of(2024, 11, 1), "NQ 1"));
    log.follow(
        Instant.parse("2024-11-01T02:00:00Z"),
        "HGI.026",
        new TaskTransferred(transferred.taskId(), "HGI.026", "HGI.027", "NQ 1", null));
    settle();
  }

  private List<String> days(PlanIssued plan) {
    return get("auditor", "/api/moves", "plan", plan.planId()).items("day");
  }

  private long moves(PlanIssued plan, String from, String to) {
    return get("auditor", "/api/movers", "plan", plan.planId(), "from", from, "to", to)
        .json()
        .path("items")
        .valueStream()
        .mapToLong(each -> each.path("moves").asLong())
        .sum();
  }

  private void holds() {
    assertThat(days(amended)).hasSize(4).containsOnly(AUGUST.toString());
    assertThat(moves(amended, "2024-08-01", "2024-08-31")).isEqualTo(4);
    assertThat(moves(amended, "2024-10-01", "2024-10-31")).isZero();
    assertThat(days(resumed)).hasSize(3).containsOnly(SEPTEMBER.toString());
    assertThat(days(reformed)).containsExactly("2024-11-01");
  }

  @Test
  void whatFollowsFromADatedDecisionCountsOnItsDayAndATransferWhenItIsMade() {
    holds();
    rebuild();
    holds();
  }
}
