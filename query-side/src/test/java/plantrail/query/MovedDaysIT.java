package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskDeclined;
import plantrail.kernel.task.TaskRescheduled;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.task.TaskRevised;
import tools.jackson.databind.JsonNode;

/**
 * The figures against the days first set and against those that hold, once days were moved and
 * duties called off.
 */
class MovedDaysIT extends QuerySideTest {
  private static final LocalDate DUE = LocalDate.of(2024, 5, 10);
  private static final LocalDate LATER = LocalDate.of(2024, 6, 10);
  private static final LocalDate EARLIER = LocalDate.of(2024, 4, 10);
  private static final LocalDate NEXT_YEAR = LocalDate.of(2025, 6, 30);

  /** Before any move, between the moves, when all were made. */
  private static final List<String> MOMENTS = List.of("2024-03-31", "2024-05-31", "2024-11-30", "");

  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final PlanIssued other = Story.plan("74", "HGI", null);
  private final TaskAssigned saved = task(plan, "S", "HGI.026", DUE);
  private final TaskAssigned hurried = task(plan, "H", "HGI.026", DUE);
  private final TaskAssigned untouched = task(plan, "U", "HGI.026", DUE);
  private final TaskAssigned postponed = task(plan, "P", "HGI.026.01", DUE);
  private final TaskAssigned dated = task(plan, "D", "HGI.027", null);
  private final TaskAssigned elsewhere = task(other, "P", "HGI.027", DUE);
  private final ReportOpened report =
      Story.report(plan, new Period(Frequency.QUARTER, 2024, 1), "HGI.026", DUE);
  private final ReportOpened late =
      Story.report(plan, new Period(Frequency.QUARTER, 2024, 2), "HGI.026", DUE);

  private final PlanIssued kept = Story.plan("75", "HGI", null);
  private final PlanIssued revoked = Story.plan("76", "HGI", null);
  private final TaskAssigned off = task(kept, "O", "HGI.STC", DUE);
  private final TaskAssigned before = task(kept, "B", "HGI.STC", NEXT_YEAR);
  private final TaskAssigned handedIn = task(kept, "I", "HGI.STC", DUE);
  private final TaskAssigned declined = task(kept, "D", "HGI.STC", DUE);
  private final TaskAssigned again = task(kept, "A", "HGI.STC", DUE);
  private final TaskAssigned ended = task(revoked, "R", "HGI.STC", DUE);
  private final ReportOpened waived =
      Story.report(kept, new Period(Frequency.QUARTER, 2024, 1), "HGI.STC", DUE);
  private final ReportOpened asked =
      Story.report(kept, new Period(Frequency.QUARTER, 2024, 2), "HGI.STC", DUE);

  private static TaskAssigned task(
      PlanIssued plan, String duty, String agency, @Nullable LocalDate due) {
    return Story.task(plan, duty, agency, due, DutyRole.EXECUTE);
  }

  @BeforeAll
  void movedDays() {
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append(
        "2024-02-28T02:00:00Z",
        plan,
        other,
        saved,
        hurried,
        untouched,
        postponed,
        dated,
        elsewhere,
        report,
        late,
        kept,
        off,
        before,
        handedIn,
        declined,
        again,
        waived,
        asked,
        revoked,
        ended);
    log.append(
        "2024-04-05T02:00:00Z",
        new ExtensionGranted(saved.taskId(), DUE, LATER, "Chờ ý kiến", null),
        new TaskRescheduled(hurried.taskId(), DUE, EARLIER, "Làm sớm", null),
        new ReportRescheduled(report.reportId(), DUE, LATER, "Lùi hạn chung", null),
        new TaskDeclined(declined.taskId(), "Trái chức năng"),
        done(handedIn, LocalDate.of(2024, 4, 5)));
    log.append("2024-04-20T02:00:00Z", done(hurried, LocalDate.of(2024, 4, 20)));
    log.append(
        "2024-05-20T02:00:00Z",
        done(saved, LocalDate.of(2024, 5, 20)),
        done(untouched, LocalDate.of(2024, 5, 20)),
        new ReportSubmitted(report.reportId(), "Đã làm", LocalDate.of(2024, 5, 20), List.of()));
    log.append(
        "2024-06-20T02:00:00Z",
        new TaskRescheduled(postponed.taskId(), DUE, LATER, "Điều chỉnh", null),
        new TaskRescheduled(postponed.taskId(), LATER, NEXT_YEAR, "Điều chỉnh lần hai", null),
        new TaskRescheduled(dated.taskId(), null, NEXT_YEAR, "Đặt hạn", null));
    log.append(
        "2024-06-20T02:00:00Z",
        cancelled(off),
        cancelled(before),
        cancelled(handedIn),
        cancelled(again),
        new ReportWaived(waived.reportId(), "Đã có số liệu", null),
        new ReportWithdrawn(asked.reportId(), "Không còn cần", null),
        new PlanRevoked(revoked.planId(), "Không còn phù hợp", "QĐ 9"),
        cancelled(ended));
    log.append(
        "2024-06-25T02:00:00Z",
        task(kept, "A", "HGI.STC", NEXT_YEAR),
        Story.report(kept, new Period(Frequency.QUARTER, 2024, 2), "HGI.STC", NEXT_YEAR));
    settle();
  }

  private static TaskResultSubmitted done(TaskAssigned task, LocalDate day) {
    return new TaskResultSubmitted(task.taskId(), "Xong", day, List.of(), null);
  }

  private static TaskCancelled cancelled(TaskAssigned task) {
    return new TaskCancelled(task.taskId(), "Không còn giao", "CV 7");
  }

  private Answer asked(String at, String path, String... parameters) {
    List<String> all = new ArrayList<>(List.of(parameters));
    if (!at.isEmpty()) {
      all.addAll(List.of("at", at));
    }
    Answer answer = get("auditor", path, all.toArray(String[]::new));
    assertThat(answer.status()).as("%s %s", path, all).isEqualTo(200);
    return answer;
  }

  private static Map<String, Long> numbers(JsonNode counts, String field) {
    Map<String, Long> numbers = new TreeMap<>();
    counts
        .path(field)
        .propertyStream()
        .filter(each -> each.getValue().asLong() > 0)
        .forEach(each -> numbers.put(each.getKey(), each.getValue().asLong()));
    return numbers;
  }

  private static List<String> shifts(JsonNode counts) {
    return counts
        .path("shifts")
        .valueStream()
        .map(each ->
            "%s > %s: %d"
                .formatted(
                    each.path("original").asString(),
                    each.path("current").asString(),
                    each.path("number").asLong()))
        .toList();
  }

  @Test
  void aPlanTellsWhatIsOnTimeOnlyBecauseItsDayWasMoved() {
    JsonNode answer = asked("", "/api/plans/" + plan.planId()).json();
    JsonNode tasks = answer.path("tasks");
    assertThat(numbers(tasks, "byTimeliness"))
        .isEqualTo(Map.of("DONE_ON_TIME", 1L, "DONE_LATE", 2L, "OPEN_IN_TIME", 2L));
    assertThat(numbers(tasks, "byOriginalTimeliness"))
        .isEqualTo(
            Map.of("DONE_ON_TIME", 1L, "DONE_LATE", 2L, "OPEN_OVERDUE", 1L, "OPEN_UNDATED", 1L));
    assertThat(shifts(tasks))
        .containsExactly(
            "DONE_ON_TIME > DONE_LATE: 1",
            "DONE_LATE > DONE_ON_TIME: 1",
            "OPEN_OVERDUE > OPEN_IN_TIME: 1",
            "OPEN_UNDATED > OPEN_IN_TIME: 1");
    assertThat(shifts(answer.path("reports"))).containsExactly("DONE_LATE > DONE_ON_TIME: 1");
  }

  @Test
  void beforeAnyDayWasMovedBothFiguresAreTheSame() {
    JsonNode tasks = asked("2024-03-31", "/api/overview").json().path("tasks");
    assertThat(numbers(tasks, "byOriginalTimeliness")).isEqualTo(numbers(tasks, "byTimeliness"));
    assertThat(shifts(tasks)).isEmpty();
    // Moved in April, and already judged by it in May; the second move came in June.
    assertThat(shifts(asked("2024-05-31", "/api/overview").json().path("tasks")))
        .containsExactly("DONE_ON_TIME > DONE_LATE: 1", "DONE_LATE > DONE_ON_TIME: 1");
  }

  @Test
  void aTaskMovedTwiceStandsAgainstTheDayFirstSet() {
    JsonNode task = asked("", "/api/tasks/" + postponed.taskId()).json();
    assertThat(task.path("originalDue").asString()).isEqualTo("2024-05-10");
    assertThat(task.path("due").asString()).isEqualTo("2025-06-30");
    assertThat(task.path("timeliness").asString()).isEqualTo("OPEN_IN_TIME");
    assertThat(task.path("originalTimeliness").asString()).isEqualTo("OPEN_OVERDUE");
  }

  @Test
  void whatWasCalledOffStaysAgainstThePlanAsFirstSet() {
    JsonNode answer = asked("", "/api/plans/" + kept.planId()).json();
    JsonNode tasks = answer.path("tasks");
    assertThat(numbers(tasks, "byTimeliness"))
        .isEqualTo(
            Map.of("DONE_ON_TIME", 1L, "OPEN_OVERDUE", 1L, "OPEN_IN_TIME", 1L, "NOT_OWED", 2L));
    assertThat(numbers(tasks, "byOriginalTimeliness"))
        .isEqualTo(Map.of("DONE_ON_TIME", 1L, "OPEN_OVERDUE", 3L, "OPEN_IN_TIME", 1L));
    assertThat(shifts(tasks))
        .containsExactly(
            "OPEN_IN_TIME > NOT_OWED: 1",
            "OPEN_OVERDUE > OPEN_IN_TIME: 1",
            "OPEN_OVERDUE > NOT_OWED: 1");
    assertThat(shifts(answer.path("reports")))
        .containsExactly("OPEN_OVERDUE > OPEN_IN_TIME: 1", "OPEN_OVERDUE > NOT_OWED: 1");
    assertThat(shifts(asked("2024-06-01", "/api/plans/" + kept.planId()).json().path("tasks")))
        .isEmpty();
    assertThat(page("auditor", "vi", "/plans/" + kept.planId()).body())
        .contains(
            "1 nhiệm vụ và 1 báo cáo lẽ ra đã quá hạn thì không còn phải làm",
            "timeliness=NOT_OWED&amp;originalTimeliness=OPEN_OVERDUE");
  }

  @Test
  void whatWasCalledOffWithItsWholePlanIsOwedAgainstNeither() {
    JsonNode tasks = asked("", "/api/plans/" + revoked.planId()).json().path("tasks");
    assertThat(numbers(tasks, "byTimeliness")).isEqualTo(Map.of("NOT_OWED", 1L));
    assertThat(numbers(tasks, "byOriginalTimeliness")).isEqualTo(Map.of("NOT_OWED", 1L));
    assertThat(
            numbers(
                asked("2024-06-01", "/api/plans/" + revoked.planId()).json().path("tasks"),
                "byOriginalTimeliness"))
        .isEqualTo(Map.of("OPEN_OVERDUE", 1L));
  }

  @Test
  void whatWasMovedIntoAnotherYearCountsAgainstTheFirstDayWhereItWasDue() {
    String[] own = {"plan", plan.planId(), "year"};
    JsonNode then = asked("", "/api/overview", own[0], own[1], own[2], "2024").json();
    assertThat(numbers(then.path("tasks"), "byTimeliness"))
        .isEqualTo(Map.of("DONE_ON_TIME", 1L, "DONE_LATE", 2L));
    assertThat(then.path("tasks").path("total").asLong()).isEqualTo(3);
    assertThat(numbers(then.path("tasks"), "byOriginalTimeliness"))
        .isEqualTo(
            Map.of("DONE_ON_TIME", 1L, "DONE_LATE", 2L, "OPEN_OVERDUE", 1L, "OPEN_UNDATED", 1L));
    assertThat(shifts(then.path("tasks")))
        .containsExactly("DONE_ON_TIME > DONE_LATE: 1", "DONE_LATE > DONE_ON_TIME: 1");
    JsonNode next = asked("", "/api/overview", own[0], own[1], own[2], "2025").json();
    assertThat(numbers(next.path("tasks"), "byTimeliness")).isEqualTo(Map.of("OPEN_IN_TIME", 2L));
    assertThat(numbers(next.path("tasks"), "byOriginalTimeliness")).isEmpty();
    assertThat(next.path("months").valueStream().map(each -> each.path("month").asString()))
        .containsExactly("2025-06");
  }

  @Test
  void whatBecameARequestLaterIsAnOrderAgainstThePlanAsItWasFirst() {
    PlanIssued own = Story.plan("79", "HGI", null);
    TaskAssigned order = task(own, "Y", "HGI.STC", LocalDate.of(2024, 7, 20));
    log()
        .append(
            "2024-07-01T02:00:00Z",
            own,
            order,
            new TaskRevised(
                order.taskId(),
                2,
                "I",
                order.title(),
                List.of(DutyRole.REQUEST),
                null,
                null,
                "Chỉ đề nghị",
                "CV 11"));
    settle();
    JsonNode figures = asked("2024-08-01", "/api/plans/" + own.planId()).json().path("tasks");
    assertThat(numbers(figures, "byTimeliness")).isEqualTo(Map.of("OPEN_AWAITED", 1L));
    assertThat(numbers(figures, "byOriginalTimeliness")).isEqualTo(Map.of("OPEN_OVERDUE", 1L));
    assertThat(
            asked("2024-08-01", "/api/tasks/" + order.taskId())
                .json()
                .path("originalTimeliness")
                .asString())
        .isEqualTo("OPEN_OVERDUE");
  }

  @Test
  void anAgencyIsCountedAloneAndWithAllBelowIt() {
    JsonNode card = asked("", "/api/agencies/HGI.026/scorecard").json();
    assertThat(shifts(card.path("tasks")))
        .containsExactly("DONE_ON_TIME > DONE_LATE: 1", "DONE_LATE > DONE_ON_TIME: 1");
    assertThat(shifts(card.path("branch").path("tasks")))
        .containsExactly(
            "DONE_ON_TIME > DONE_LATE: 1",
            "DONE_LATE > DONE_ON_TIME: 1",
            "OPEN_OVERDUE > OPEN_IN_TIME: 1");
    assertThat(shifts(card.path("branch").path("reports")))
        .containsExactly("DONE_LATE > DONE_ON_TIME: 1");
    assertThat(card.path("branch").path("tasks").path("total").asLong()).isEqualTo(4);
  }

  @Test
  void everyFigureEqualsTheListThatItLeadsTo() {
    for (String at : MOMENTS) {
      JsonNode overview = asked(at, "/api/overview").json();
      equalsTheLists(at, overview);
      JsonNode shown = asked(at, "/api/plans/" + plan.planId()).json();
      equalsTheLists(at, shown, "plan", plan.planId());
      JsonNode ofPlan = asked(at, "/api/overview", "plan", plan.planId()).json();
      assertThat(ofPlan.path("tasks")).isEqualTo(shown.path("tasks"));
      overview
          .path("agencies")
          .valueStream()
          .forEach(each -> equalsTheLists(at, each, "agency", each.path("agency").asString()));
      for (String code : List.of("HGI", "HGI.026", "HGI.026.01", "HGI.STC")) {
        JsonNode card = asked(at, "/api/agencies/" + code + "/scorecard").json();
        equalsTheLists(at, card, "agency", code);
        equalsTheLists(at, card.path("branch"), "agency", code, "below", "true");
      }
    }
    for (String year : List.of("2024", "2025")) {
      equalsTheLists("", asked("", "/api/overview", "year", year).json(), "year", year);
    }
  }

  private void equalsTheLists(String at, JsonNode figures, String... filter) {
    for (String list : List.of("tasks", "reports")) {
      JsonNode counts = figures.path(list);
      counts
          .path("byTimeliness")
          .propertyStream()
          .forEach(each ->
              assertThat(total(at, list, filter, "timeliness", each.getKey()))
                  .as("%s at %s of %s", each.getKey(), at, List.of(filter))
                  .isEqualTo(each.getValue().asLong()));
      counts
          .path("byOriginalTimeliness")
          .propertyStream()
          .forEach(each ->
              assertThat(total(at, list, filter, "originalTimeliness", each.getKey()))
                  .as("originally %s at %s of %s", each.getKey(), at, List.of(filter))
                  .isEqualTo(each.getValue().asLong()));
      counts
          .path("shifts")
          .valueStream()
          .forEach(each ->
              assertThat(
                      total(
                          at,
                          list,
                          filter,
                          "originalTimeliness",
                          each.path("original").asString(),
                          "timeliness",
                          each.path("current").asString()))
                  .as("%s at %s of %s", each, at, List.of(filter))
                  .isEqualTo(each.path("number").asLong()));
    }
  }

  private long total(String at, String list, String[] filter, String... more) {
    List<String> parameters = new ArrayList<>(List.of(filter));
    parameters.addAll(List.of(more));
    return asked(at, "/api/" + list, parameters.toArray(String[]::new))
        .json()
        .path("total")
        .asLong();
  }

  @Test
  void thePagesShowBothSideBySideAndLeadToTheRows() {
    for (String path : List.of("/", "/plans/" + plan.planId(), "/agencies/HGI.026")) {
      String page = page("auditor", "vi", path).body();
      assertThat(page)
          .as(path)
          .contains(
              "So với hạn ban đầu",
              "Hạn ban đầu",
              "Hạn hiện hành",
              (path.equals("/") ? 2 : 1) + " báo cáo đúng hạn hoặc trong hạn chỉ nhờ dời hạn",
              "timeliness=DONE_ON_TIME&amp;originalTimeliness=DONE_LATE");
    }
    assertThat(page("auditor", "vi", "/agencies/HGI.026").body())
        .contains("Cả các đơn vị bên dưới", "agency=HGI.026&amp;below=true");
    assertThat(
            page("auditor", "vi", "/tasks", "originalTimeliness", "OPEN_OVERDUE", "below", "true")
                .body())
        .contains("theo hạn ban đầu: Quá hạn", "hạn ban đầu 10/05/2024");
  }
}
