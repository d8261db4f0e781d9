package plantrail.command.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.transaction.support.TransactionTemplate;
import plantrail.command.Given;
import plantrail.command.calendar.overrideday.OverrideDay;
import plantrail.command.plan.resumeplan.ResumePlan;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.delegatetask.DelegateTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.grantextension.GrantExtension;
import plantrail.command.task.requestextension.RequestExtension;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.command.task.returntaskresult.ReturnTaskResult;
import plantrail.command.task.revisetask.ReviseTask;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.calendar.DayKind;
import plantrail.kernel.calendar.DueMoment;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.calendar.Notice;
import plantrail.kernel.calendar.NoticeRule;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.calendar.WorkingCalendar;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.RulesInForce;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.workflow.Workflows;
import plantrail.platform.messaging.ActorMetadata;

/**
 * What the clock says while years go by. They only go forward: by the same clock a reader that met
 * others at work waits until it begins again, and would wait for years.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClockIT extends TwoNodes {
  private static final NoticeRule USUAL = new NoticeRule(List.of(7, 3, 1), 5);
  private static final Map<String, Notice> NOTICES =
      Map.of(
          "task-reminded", Notice.REMINDER,
          "task-lapse-noticed", Notice.LAPSE,
          "task-escalated", Notice.ESCALATION,
          "report-reminded", Notice.REMINDER,
          "report-lapse-noticed", Notice.LAPSE,
          "report-escalated", Notice.ESCALATION);

  private String planId = "";
  private int serial;

  @BeforeAll
  void aPlanOfAProvince() {
    planId = Given.issue(commands(), Given.issuePlan()).id();
  }

  private String assign(LocalDate due, DutyRole role) {
    AssignTask task =
        new AssignTask(
            planId,
            "C" + serial++,
            null,
            "Việc đến hạn " + due,
            "HGI.024",
            List.of(role),
            null,
            due,
            null);
    boolean late = due.isBefore(LocalTime.dayOf(CLOCK.instant()));
    commands().give(task, Given.official("HGI"), late ? due : null, late ? Given.LATE : null);
    return task.taskId().value();
  }

  /** A report about a quarter of its own. */
  private String open(LocalDate due, int quarter) {
    OpenReport report =
        new OpenReport(
            planId,
            "R1",
            "HGI.024",
            new Period(Frequency.QUARTER, 2100 + quarter, 1).label(),
            null,
            due);
    commands().give(report, Given.official("HGI"));
    return report.reportId().value();
  }

  private String assign(String due) {
    return assign(LocalDate.parse(due), DutyRole.EXECUTE);
  }

  private void accept(String task) {
    commands().give(new AcceptTask(new TaskId(task)), Given.official("HGI.024"));
  }

  private void submit(String task) {
    commands()
        .give(
            new SubmitTaskResult(new TaskId(task), "Đã xong", List.of(), null),
            Given.official("HGI.024"));
  }

  /**
   * What was said of a task or a report.
   *
   * @param on local day on which it was said
   */
  private record Said(String task, Notice notice, String due, int days, LocalDate on) {
    Said(String task, DueMoment moment, LocalDate due, LocalDate on) {
      this(task, moment.notice(), due.toString(), days(moment, due, on), on);
    }

    /** What comes late tells how many days have passed by then. */
    private static int days(DueMoment moment, LocalDate due, LocalDate on) {
      return moment.notice() == Notice.ESCALATION
          ? WorkingCalendar.STATUTORY.workingDaysBetween(due, on)
          : moment.days();
    }
  }

  /** All that was said, in the order in which it was. */
  private List<Said> said() {
    return jdbc.sql(
            """
            select aggregate_id, name, payload->>'due', recorded_at,
                   coalesce(payload->>'daysLeft', payload->>'daysOver', '0')::int
              from store.event where name = any(:names) order by order_key, place
            """)
        .param("names", NOTICES.keySet().toArray(String[]::new))
        .query((row, number) ->
            new Said(
                row.getString(1),
                java.util.Objects.requireNonNull(NOTICES.get(row.getString(2))),
                row.getString(3),
                row.getInt(5),
                LocalTime.dayOf(row.getObject(4, java.time.OffsetDateTime.class).toInstant())))
        .list();
  }

  private List<String> saidOf(String task) {
    return said().stream()
        .filter(each -> each.task().equals(task))
        .map(each -> each.on() + " " + each.notice() + " " + each.days() + " of " + each.due())
        .toList();
  }

  @Test
  @Order(202402)
  void inFourYearsWithAStopOfAMonthNothingIsSaidTwiceOrLeftOutOrOutOfOrder() {
    it("2024-02-28");
    Random random = new Random(5);
    Map<Instant, List<Said>> expected = new TreeMap<>();
    LocalDate begun = LocalDate.of(2024, 2, 28);
    LocalDate stopped = LocalDate.of(2025, 12, 15);
    LocalDate again = LocalDate.of(2026, 1, 16);
    for (int i = 0; i < 120; i++) {
      LocalDate due = begun.plusDays(1 + random.nextInt(4 * 365 - 40));
      boolean request = i % 4 == 0;
      String task =
          i % 4 == 1 ? open(due, i / 4) : assign(due, request ? DutyRole.REQUEST : DutyRole.LEAD);
      for (DueMoment moment : USUAL.moments(due, request, WorkingCalendar.STATUTORY)) {
        LocalDate day = LocalTime.dayOf(moment.at());
        LocalDate on = day.isBefore(stopped) || !day.isBefore(again) ? day : again;
        if (moment.at().isAfter(CLOCK.instant())) {
          expected
              .computeIfAbsent(moment.at(), at -> new ArrayList<>())
              .add(new Said(task, moment, due, on));
        }
      }
    }
    List<String> ours = expected.values().stream().flatMap(List::stream).map(Said::task).toList();
    live("2024-02-29", "2025-12-14");
    live("2026-01-16", "2028-02-28");

    List<Said> said = said().stream().filter(each -> ours.contains(each.task())).toList();
    assertThat(said)
        .containsExactlyInAnyOrderElementsOf(
            expected.values().stream().flatMap(List::stream).toList());
    Map<Said, Instant> moments = new java.util.HashMap<>();
    expected.forEach((at, all) -> all.forEach(each -> moments.put(each, at)));
    assertThat(said).extracting(moments::get).isSorted();
    assertThat(said).filteredOn(each -> each.on().equals(again)).hasSizeGreaterThan(8);
    assertThat(
            jdbc.sql(
                    "select distinct payload->>'addressee' from store.event"
                        + " where name in ('task-escalated', 'report-escalated')"
                        + " and payload->>'due' > '2024-03-01'")
                .query(String.class)
                .list())
        .containsExactly("HGI");
  }

  @Test
  @Order(202901)
  void anotherDayBeginsAnewAndWhatIsHandedInIsNotSpokenOfUntilItComesBack() {
    it("2029-01-02");
    String task = assign("2029-01-31");
    accept(task);
    live("2029-01-03", "2029-01-25");
    commands()
        .give(
            new RequestExtension(new TaskId(task), LocalDate.of(2029, 3, 30), "Chờ số liệu", null),
            Given.official("HGI.024"));
    commands()
        .give(new GrantExtension(new TaskId(task), null, null, "CV 3"), Given.official("HGI"));
    live("2029-01-26", "2029-03-28");
    submit(task);
    live("2029-03-29", "2029-04-20");
    assertThat(saidOf(task))
        .containsExactly(
            "2029-01-22 REMINDER 7 of 2029-01-31",
            "2029-03-21 REMINDER 7 of 2029-03-30",
            "2029-03-27 REMINDER 3 of 2029-03-30");
    commands().give(new ReturnTaskResult(new TaskId(task), "Thiếu biểu"), Given.official("HGI"));
    work();
    assertThat(saidOf(task))
        .endsWith("2029-04-20 LAPSE 0 of 2029-03-30", "2029-04-20 ESCALATION 14 of 2029-03-30")
        .hasSize(5);
  }

  @Test
  @Order(203102)
  void aNoticeOfADayMovesWhatIsToComeAsThePreviewTold() {
    it("2031-02-10");
    String task = assign("2031-03-14");
    work();
    LocalDate monday = LocalDate.of(2031, 3, 10);
    Preview preview = bean(CalendarChange.class).preview(monday, DayKind.OFF);
    assertThat(preview.presently()).isEqualTo(DayKind.WORKED);
    assertThat(preview.plans()).containsExactly(new Preview.OfPlan(planId, 1, 1, 0));
    assertThat(preview.first())
        .containsExactly(
            new Preview.Move(
                task,
                planId,
                "HGI.024",
                LocalDate.of(2031, 3, 14),
                Notice.REMINDER,
                7,
                LocalTime.startOf(LocalDate.of(2031, 3, 5)),
                LocalTime.startOf(LocalDate.of(2031, 3, 4))));
    assertThat(nextOf(task)).isEqualTo(LocalDate.of(2031, 3, 5));

    override(monday, OverrideDay.Reach.NEW_PLANS);
    assertThat(nextOf(task)).isEqualTo(LocalDate.of(2031, 3, 5));
    override(monday, OverrideDay.Reach.ALL_PLANS);
    assertThat(nextOf(task)).isEqualTo(LocalDate.of(2031, 3, 4));
    live("2031-02-11", "2031-03-22");
    assertThat(saidOf(task))
        .containsExactly(
            "2031-03-04 REMINDER 7 of 2031-03-14",
            "2031-03-11 REMINDER 3 of 2031-03-14",
            "2031-03-13 REMINDER 1 of 2031-03-14",
            "2031-03-15 LAPSE 0 of 2031-03-14",
            "2031-03-22 ESCALATION 5 of 2031-03-14");
    assertThat(bean(CalendarChange.class).preview(monday, DayKind.WORKED).plans()).isEmpty();
  }

  private void override(LocalDate day, OverrideDay.Reach reach) {
    commands().give(new OverrideDay(day, DayKind.OFF, "Thông báo", reach), ADMIN);
    work();
  }

  private LocalDate nextOf(String task) {
    return jdbc.sql(
            "select (moment at time zone 'Asia/Ho_Chi_Minh')::date from command.due_moment"
                + " where subject = ?")
        .param(task)
        .query(LocalDate.class)
        .single();
  }

  @Test
  @Order(203603)
  void aSuspendedPlanIsNotSpokenOfAndAPassedDayIsToldWhenItGoesOn() {
    it("2036-03-03");
    String task = assign("2036-03-14");
    live("2036-03-03", "2036-03-06");
    commands().give(new SuspendPlan(new PlanId(planId), "Bão lũ", "CV 3"), Given.official("HGI"));
    live("2036-03-06", "2036-03-19");
    assertThat(saidOf(task)).containsExactly("2036-03-05 REMINDER 7 of 2036-03-14");
    it("2036-03-20");
    commands()
        .give(
            new ResumePlan(
                new PlanId(planId), plantrail.kernel.plan.DueMoments.KEEP, "Đã khắc phục", "CV 3"),
            Given.official("HGI"));
    live("2036-03-20", "2036-03-24");
    assertThat(saidOf(task))
        .containsExactly(
            "2036-03-05 REMINDER 7 of 2036-03-14",
            "2036-03-20 LAPSE 0 of 2036-03-14",
            "2036-03-22 ESCALATION 5 of 2036-03-14");
  }

  @Test
  @Order(203201)
  void ofTheSamplesPastNothingIsSaidAndOfItsDaysToComeAllIs() {
    it("2032-01-05");
    String past = assignAsSample("2031-12-01");
    String near = assignAsSample("2032-01-08");
    live("2032-01-05", "2032-01-16");
    assertThat(saidOf(past)).isEmpty();
    assertThat(saidOf(near))
        .containsExactly(
            "2032-01-07 REMINDER 1 of 2032-01-08",
            "2032-01-09 LAPSE 0 of 2032-01-08",
            "2032-01-16 ESCALATION 5 of 2032-01-08");
  }

  private String assignAsSample(String due) {
    AssignTask task =
        new AssignTask(
            planId,
            "S" + serial++,
            null,
            "Việc của mẫu",
            "HGI.024",
            List.of(DutyRole.LEAD),
            null,
            LocalDate.parse(due),
            null);
    Map<String, String> metadata = ActorMetadata.of(Given.official("HGI"));
    metadata.put(MetadataKeys.SAMPLE, "true");
    metadata.put(MetadataKeys.SAMPLE_TIME, "2024-03-01T00:00:00Z");
    metadata.put(MetadataKeys.HAPPENED_ON, "2024-03-01");
    metadata.put(MetadataKeys.BACKDATING_REASON, Given.LATE);
    bean(CommandGateway.class).sendAndWait(new GenericCommandMessage<>(task, metadata));
    return task.taskId().value();
  }

  @Test
  @Order(203305)
  void aDutyThatWasLateWhenItBeganIsNotRemindedOfButItsDayHasPassed() {
    it("2033-05-10");
    String task = assign("2033-05-09");
    work();
    assertThat(saidOf(task)).containsExactly("2033-05-10 LAPSE 0 of 2033-05-09");
  }

  @Test
  @Order(203803)
  void aTaskThatBecomesARequestHasNotLapsedUntilItIsAnOrderAgain() {
    it("2038-03-01");
    String task = assign("2038-03-12");
    live("2038-03-01", "2038-03-03");
    revise(task, DutyRole.REQUEST);
    live("2038-03-09", "2038-03-15");
    assertThat(saidOf(task))
        .containsExactly(
            "2038-03-03 REMINDER 7 of 2038-03-12",
            "2038-03-09 REMINDER 3 of 2038-03-12",
            "2038-03-11 REMINDER 1 of 2038-03-12");
    revise(task, DutyRole.EXECUTE);
    work();
    assertThat(saidOf(task)).endsWith("2038-03-15 LAPSE 0 of 2038-03-12").hasSize(4);
  }

  @Test
  @Order(203806)
  void aPartOfARequestIsRemindedOfAndHasNotLapsedUntilTheWholeIsAnOrder() {
    it("2038-06-01");
    String whole = assign(LocalDate.parse("2038-06-25"), DutyRole.REQUEST);
    accept(whole);
    register("HGI.024.P", AgencyKind.UNIT, "HGI.024");
    commands()
        .give(
            new DelegateTask(
                new TaskId(whole),
                List.of(
                    new DelegateTask.Part("HGI.024.P", null, LocalDate.parse("2038-06-18"), null))),
            Given.official("HGI.024"));
    String part = TaskId.of(planId, whole, "HGI.024.P").value();
    awaitRecorded(part, "task-assigned");
    live("2038-06-01", "2038-06-28");
    assertThat(saidOf(part))
        .containsExactly(
            "2038-06-09 REMINDER 7 of 2038-06-18",
            "2038-06-15 REMINDER 3 of 2038-06-18",
            "2038-06-17 REMINDER 1 of 2038-06-18");
    revise(whole, DutyRole.EXECUTE);
    awaitRecorded(part, "task-revised");
    work();
    assertThat(saidOf(part)).hasSizeGreaterThan(3).anyMatch(each -> each.contains("LAPSE"));
  }

  /** Waits for what another automation than the clock says. */
  private void awaitRecorded(String task, String name) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql("select exists (select from store.event where aggregate_id = ? and name = ?)")
                .params(task, name)
                .query(Boolean.class)
                .single());
  }

  private void revise(String task, DutyRole role) {
    commands()
        .give(
            new ReviseTask(
                new TaskId(task),
                2,
                null,
                new Task.Matter("II.1", "Rà soát kế hoạch", List.of(role), null, null),
                "Điều chỉnh",
                "Điều 1, KH 90"),
            Actor.SYSTEM);
  }

  /** Another node that looks for rows to take holds those for a moment that it then leaves. */
  @Test
  @Order(203703)
  void whatSomebodyHoldsForAMomentIsWrittenAllTheSame() throws Exception {
    it("2037-03-02");
    String task = assign("2037-03-10");
    work();
    it("2037-03-11");
    DueMoments moments = bean(DueMoments.class);
    List<DueMoments.Come> come = moments.take(CLOCK.instant(), 7, Duration.ofHours(1));
    assertThat(come).extracting(DueMoments.Come::subject).containsExactly(task);
    Future<?> done =
        bean(TransactionTemplate.class)
            .execute(status -> {
              jdbc.sql("select from command.due_moment where subject = ? for update")
                  .param(task)
                  .query((row, number) -> 1)
                  .list();
              Future<?> written = threads.submit(() -> moments.done(come));
              await().until(this::isSomebodyWaitingForALock);
              return written;
            });
    java.util.Objects.requireNonNull(done).get();
    assertThat(
            jdbc.sql("select not planned from command.due_moment where subject = ?")
                .param(task)
                .query(Boolean.class)
                .single())
        .isTrue();
    work();
  }

  private boolean isSomebodyWaitingForALock() {
    return jdbc.sql(
            "select exists (select from pg_locks l join pg_stat_activity a using (pid)"
                + " where not l.granted and a.datname = current_database())")
        .query(Boolean.class)
        .single();
  }

  @Test
  @Order(203403)
  void whatWaitsAndWhatWasSaidAreFigures() {
    it("2034-03-01");
    assign("2034-03-10");
    work();
    double lapses = counted("LAPSE");
    it("2034-03-13");
    assertThat(waiting()).isEqualTo(1);
    work();
    assertThat(waiting()).isZero();
    assertThat(counted("LAPSE")).isEqualTo(lapses + 1);
  }

  private double waiting() {
    return bean(MeterRegistry.class).get("plantrail.clock.waiting").gauge().value();
  }

  private double counted(String notice) {
    return nodes.stream()
        .flatMap(node ->
            node
                .getBean(MeterRegistry.class)
                .find(Timekeeper.NOTICES)
                .tag("notice", notice)
                .counters()
                .stream())
        .mapToDouble(Counter::count)
        .sum();
  }

  @Test
  @Order(203503)
  void whatWasInForceAtTheIssueIsPinnedToAPlan() {
    it("2035-03-01");
    override(LocalDate.of(2035, 3, 5), OverrideDay.Reach.NEW_PLANS);
    RulesInForce recorded = rulesOf(planId);
    assertThat(recorded.workflows()).isEqualTo(Workflows.VERSION);
    PinnedPlan pinned = pinned(planId);
    assertThat(pinned)
        .isEqualTo(new PinnedPlan(planId, recorded.calendar(), USUAL, PinnedPlan.State.RUNS));
    Calendars calendars = bean(DueMoments.class).calendars();
    LocalDate day = LocalDate.of(2035, 3, 5);
    assertThat(calendars.of(pinned.calendar()).isWorkingDay(day)).isTrue();
    assertThat(calendars.newest().isWorkingDay(day)).isFalse();
  }

  private RulesInForce rulesOf(String plan) {
    return Objects.requireNonNull(
        ((PlanIssued) bean(EventStore.class).readEvents(plan, 0).next().getPayload())
            .rulesInForce());
  }

  private PinnedPlan pinned(String plan) {
    return Objects.requireNonNull(bean(PinnedPlans.class).of(List.of(plan)).get(plan));
  }

  @Test
  @Order(203504)
  void pinsThatAreReadAnewAreThoseOfTheIssueWhateverIsSetMeanwhile() {
    it("2035-04-02");
    LocalDate before = LocalDate.of(2035, 4, 10);
    override(before, OverrideDay.Reach.NEW_PLANS);
    String plan = Given.issue(commands(), Given.issuePlan("135")).id();
    settle();
    PinnedPlan pinned = pinned(plan);
    LocalDate after = LocalDate.of(2035, 4, 11);
    override(after, OverrideDay.Reach.NEW_PLANS);
    jdbc.sql("delete from command.pinned_plan where plan_id = ?").param(plan).update();
    WhenDutyChangesThenSetClock setOtherwise =
        new WhenDutyChangesThenSetClock(
            bean(DueMoments.class),
            bean(PinnedPlans.class),
            CLOCK,
            new PresentRules(bean(EventStore.class), List.of(20), 30));
    bean(EventStore.class)
        .readEvents(plan, 0)
        .asStream()
        .toList()
        .forEach(message -> readAgain(setOtherwise, message));
    assertThat(pinned(plan)).isEqualTo(pinned);
    assertThat(pinned.rule()).isEqualTo(USUAL);
    WorkingCalendar calendar = bean(DueMoments.class).calendars().of(pinned.calendar());
    assertThat(calendar.isWorkingDay(before)).isFalse();
    assertThat(calendar.isWorkingDay(after)).isTrue();
  }

  /** What the clock knows, each row with its moment. */
  private List<String> known(String task) {
    return jdbc.sql(
            """
            select (row(d.agency, d.due, d.owed, d.moment, d.planned, p.state))::text
              from command.due_moment d join command.pinned_plan p using (plan_id)
             where d.subject = ?
            """)
        .param(task)
        .query(String.class)
        .list();
  }

  @Test
  @Order(203701)
  void whatIsReadAgainChangesNothingNotEvenForAMoment() {
    it("2037-01-05");
    String plan = Given.issue(commands(), Given.issuePlan("137")).id();
    TaskId task = assignOf(plan, "2037-03-02");
    accept(task.value());
    submit(task.value());
    commands().give(new ReturnTaskResult(task, "Thiếu"), Given.official("HGI"));
    submit(task.value());
    commands().give(new SuspendPlan(new PlanId(plan), "Bão", "CV 3"), Given.official("HGI"));
    commands()
        .give(
            new ResumePlan(
                new PlanId(plan), plantrail.kernel.plan.DueMoments.KEEP, "Hết bão", "CV 3"),
            Given.official("HGI"));
    commands().give(new SuspendPlan(new PlanId(plan), "Lũ", "CV 3"), Given.official("HGI"));
    work();
    List<String> known = known(task.value());
    assertThat(known).hasSize(1);
    for (String id : List.of(plan, task.value())) {
      for (DomainEventMessage<?> message :
          bean(EventStore.class).readEvents(id, 0).asStream().toList()) {
        readAgain(message);
        assertThat(known(task.value())).as("after %s", message.getPayload()).isEqualTo(known);
      }
    }
  }

  @Test
  @Order(204303)
  void ofWhatCameNearWhileThePlanRestedNobodyIsRemindedWhenTheDutysLastWordIsReadAgain() {
    it("2043-03-01");
    String plan = Given.issue(commands(), Given.issuePlan("138")).id();
    TaskId task = assignOf(plan, "2043-06-01");
    commands()
        .give(new RescheduleTask(task, LocalDate.of(2043, 3, 15), "Sớm hơn", null), Actor.SYSTEM);
    commands().give(new SuspendPlan(new PlanId(plan), "Bão", "CV 3"), Given.official("HGI"));
    it("2043-03-11");
    commands()
        .give(
            new ResumePlan(
                new PlanId(plan), plantrail.kernel.plan.DueMoments.KEEP, "Hết bão", "CV 3"),
            Given.official("HGI"));
    work();
    assertThat(saidOf(task.value())).isEmpty();
    bean(EventStore.class).readEvents(task.value(), 0).asStream().toList().forEach(this::readAgain);
    work();
    assertThat(saidOf(task.value())).isEmpty();
  }

  @Test
  @Order(203903)
  void aDayThatPassedBeforeAPlanRestedStaysAndGoesToTheSuperiorWhenThePlanGoesOn() {
    it("2039-03-07");
    String plan = Given.issue(commands(), Given.issuePlan("139")).id();
    TaskId task = assignOf(plan, "2039-03-10");
    live("2039-03-07", "2039-03-13");
    it("2039-03-14");
    commands().give(new SuspendPlan(new PlanId(plan), "Bão", "CV 3"), Given.official("HGI"));
    it("2039-03-28");
    commands()
        .give(
            new ResumePlan(
                new PlanId(plan), plantrail.kernel.plan.DueMoments.SHIFT, "Hết bão", "CV 3"),
            Given.official("HGI"));
    work();
    assertThat(saidOf(task.value()))
        .containsExactly(
            "2039-03-09 REMINDER 1 of 2039-03-10",
            "2039-03-11 LAPSE 0 of 2039-03-10",
            "2039-03-28 ESCALATION 11 of 2039-03-10");
  }

  private TaskId assignOf(String plan, String due) {
    AssignTask assigned =
        new AssignTask(
            plan,
            "E1",
            null,
            "Rà soát",
            "HGI.024",
            List.of(DutyRole.EXECUTE),
            null,
            LocalDate.parse(due),
            null);
    commands().give(assigned, Given.official("HGI"));
    return assigned.taskId();
  }

  private void readAgain(DomainEventMessage<?> message) {
    readAgain(bean(WhenDutyChangesThenSetClock.class), message);
  }

  private void readAgain(WhenDutyChangesThenSetClock automation, DomainEventMessage<?> message) {
    TrackingToken token =
        new GlobalSequenceTrackingToken(
            jdbc.sql(
                    """
                    select n.position from store.event e
                      join store.event_number n using (order_key, place) where e.event_id = ?
                    """)
                .param(message.getIdentifier())
                .query(Long.class)
                .single());
    switch (message.getPayload()) {
      case PlanEvent event -> automation.on(event, message, token);
      case TaskEvent event -> automation.on(event, message, token);
      default -> throw new IllegalStateException("Neither of a plan nor of a task: " + message);
    }
  }
}
