package plantrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.Refused;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.plan.OpenDuties;
import plantrail.command.plan.amendplan.AmendPlan;
import plantrail.command.plan.concludeplan.ConcludePlan;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.plan.resumeplan.ResumePlan;
import plantrail.command.plan.reviewplan.ReviewPlan;
import plantrail.command.plan.revokeplan.RevokePlan;
import plantrail.command.plan.supersedeplan.SupersedePlan;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.command.platform.Check;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.openreport.OpenAgain;
import plantrail.command.report.returnreport.ReturnReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.report.waivereport.WaiveReport;
import plantrail.command.target.changetarget.ChangeTarget;
import plantrail.command.target.settarget.SetTarget;
import plantrail.command.target.withdrawtarget.WithdrawTarget;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.assigntask.ChargeAgain;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.delegatetask.DelegateTask;
import plantrail.command.task.grantextension.GrantExtension;
import plantrail.command.task.reassigntask.ReassignTask;
import plantrail.command.task.reopentask.ReopenTask;
import plantrail.command.task.requestextension.RequestExtension;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.command.task.returntaskresult.ReturnTaskResult;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.Bound;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DueMoments;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.ReviewKind;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskResultReturned;

/** The duties of a plan follow its changes; what is finished stays as it is. */
class PlanChangesIT extends CommandSideTest {
  private static final String BASIS = "Quyết định 900/QĐ-UBND";
  private static final Actor ISSUER = Given.official("HGI");
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);
  private static final List<String> BOUND = List.of("HGI.024", "HGI.026", "HGI.SNV", "HGI.SYT");

  @Autowired private RollOuts rollOuts;
  @Autowired private WhenPlanIssuedThenAssignTasks automation;
  @Autowired private OpenDuties openDuties;
  @Autowired private Adjustments adjustments;
  @Autowired private EventProcessingConfiguration processing;
  @Autowired private EventStore eventStore;
  @Autowired private WhenPlanIssuedThenSetTargets targets;

  private static IssuePlan plan(
      String number,
      String issuer,
      @Nullable String parent,
      List<AssignmentRule> rules,
      boolean reporting) {
    GivenPlan plan = written(number).issuedBy(issuer).under(parent).assignments(rules);
    return (reporting ? plan.reports(Given.quarterly()) : plan).issue();
  }

  /** A year's plan that nobody watches over and that binds nobody yet. */
  private static GivenPlan written(String number) {
    return GivenPlan.usual()
        .number(number)
        .watchedBy(null)
        .assignments(List.of())
        .reports(List.of());
  }

  private String issue(IssuePlan plan) {
    String id = Given.issue(commands, plan).id();
    finish(id);
    return id;
  }

  private void finish(String planId) {
    long changes =
        jdbc.sql(
                """
                select count(*) from store.event where aggregate_id = ?
                   and (name in ('plan-issued', 'plan-amended', 'plan-revoked')
                        or name = 'plan-resumed' and payload->>'shift' <> '0')
                """)
            .param(planId)
            .query(Long.class)
            .single();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            jdbc.sql("select count(*) from command.roll_out where plan_id = ? and finished")
                    .param(planId)
                    .query(Long.class)
                    .single()
                == changes);
  }

  private List<String> told(String planId, String name) {
    return jdbc.sql(
            """
            select (select b.payload->>'agency' || ' ' || coalesce(b.payload->>'duty', b.payload->>'period')
                      from store.event b where b.aggregate_id = e.aggregate_id and b.sequence = 0)
                   || coalesce(' ' || (e.payload->>'newDue'), '')
              from store.event e
             where e.name = ? and exists (
                     select from store.event b
                      where b.aggregate_id = e.aggregate_id and b.payload->>'planId' = ?)
             order by 1
            """)
        .params(name, planId)
        .query(String.class)
        .list();
  }

  private int version(String planId) {
    return jdbc.sql(
            """
            select count(*) from store.event
             where aggregate_id = ? and name in ('plan-issued', 'plan-amended')
            """)
        .param(planId)
        .query(Integer.class)
        .single();
  }

  private TaskId task(String planId, String duty, String agency) {
    return TaskId.of(planId, duty, agency);
  }

  private void complete(TaskId task, String agency) {
    commands.give(new AcceptTask(task), Given.official(agency));
    commands.give(new SubmitTaskResult(task, "xong", List.of(), null), Given.official(agency));
    commands.give(new AcceptTaskResult(task, null), ISSUER);
  }

  private static AssignmentRule rule(
      String id, @Nullable LocalDate due, @Nullable Product creates, String... agencies) {
    return new AssignmentRule(
        id,
        "II.1",
        "Nhiệm vụ " + id,
        new Assignees(List.of(agencies), List.of(), List.of()),
        List.of(DutyRole.EXECUTE),
        null,
        due == null ? null : DueRule.by(due),
        creates);
  }

  /** Written from the present version. */
  private AmendPlan amendment(String planId, AssignmentRule... rules) {
    return new AmendPlan(
        new PlanId(planId),
        version(planId),
        "Điều chỉnh",
        BASIS,
        "khoản 1 Điều 1",
        List.of(),
        Given.issuePlan().items(),
        List.of(rules),
        List.of(),
        List.of());
  }

  /** Amends a plan of 2024 before any of its reports is due. */
  private void amendSoon(AmendPlan amendment) {
    commands.give(amendment, ISSUER, LocalDate.of(2024, 3, 1), "vào sổ muộn");
  }

  @Test
  void anAmendmentOpensMovesAndCallsOffWhatIsOtherThanBefore() {
    LocalDate june = LocalDate.of(2024, 6, 1);
    LocalDate july = LocalDate.of(2024, 7, 1);
    String planId =
        issue(
            plan(
                "301",
                "HGI",
                null,
                List.of(
                    rule("A1", june, null, "HGI.024", "HGI.026", "HGI.SNV"),
                    rule("A2", june, null, "HGI.024"),
                    rule("A3", june, null, "HGI.024")),
                true));
    complete(task(planId, "A1", "HGI.SNV"), "HGI.SNV");
    amendSoon(
        amendment(
            planId,
            rule("A1", july, null, "HGI.024", "HGI.SNV", "HGI.SYT"),
            rule("A3", june, null, "HGI.024"),
            rule("A4", null, null, "HGI.026")));
    finish(planId);
    assertThat(told(planId, "task-rescheduled")).containsExactly("HGI.024 A1 2024-07-01");
    assertThat(told(planId, "task-cancelled")).containsExactly("HGI.024 A2", "HGI.026 A1");
    assertThat(told(planId, "task-assigned"))
        .containsExactly(
            "HGI.024 A1",
            "HGI.024 A2",
            "HGI.024 A3",
            "HGI.026 A1",
            "HGI.026 A4",
            "HGI.SNV A1",
            "HGI.SYT A1");
    assertThat(told(planId, "report-withdrawn")).hasSize(8);
    assertThat(
            jdbc.sql(
                    "select distinct payload->>'basis' from store.event"
                        + " where name = 'task-cancelled' and aggregate_id = ?")
                .param(task(planId, "A2", "HGI.024").value())
                .query(String.class)
                .list())
        .containsExactly("khoản 1 Điều 1, " + BASIS);
  }

  @Test
  void anAmendmentSaysAnewWhatOwedReportsAreAndLeavesThoseHandedIn() {
    AssignmentRule same = rule("A1", null, null, "HGI.024");
    String planId = issue(plan("306", "HGI", null, List.of(same), true));
    ReportingRule rule = Given.quarterly();
    ReportId handedIn = ReportId.of(planId, rule.id(), "2024-Q2", "HGI.026");
    commands.give(new SubmitReport(handedIn, "Đã làm", List.of()), Given.official("HGI.026"));
    AmendPlan amend = amendment(planId, same);
    commands.give(
        new AmendPlan(
            amend.planId(),
            amend.basedOn(),
            amend.reason(),
            amend.basis(),
            amend.clause(),
            amend.clauses(),
            amend.items(),
            amend.assignments(),
            List.of(
                new ReportingRule(
                    rule.id(),
                    "Kết quả và kiến nghị",
                    rule.frequency(),
                    rule.window(),
                    rule.reporters(),
                    rule.due(),
                    List.of(new Addressee("HGI", null)))),
            amend.targets()),
        ISSUER);
    finish(planId);
    List<String> before = told(planId, "report-opened");
    assertThat(told(planId, "report-revised"))
        .hasSize(before.size() - 1)
        .doesNotContain("HGI.026 2024-Q2")
        .isSubsetOf(before);
    assertThat(told(planId, "report-withdrawn")).isEmpty();
    assertThat(
            jdbc.sql(
                    """
                    select concat_ws(' | ', payload->>'version', payload->>'title',
                             payload->'addressees'->0->>'agency', payload->>'basis')
                      from store.event where name = 'report-revised' and aggregate_id = ?
                    """)
                .param(ReportId.of(planId, rule.id(), "2024-Q2", "HGI.024").value())
                .query(String.class)
                .list())
        .containsExactly("2 | Kết quả và kiến nghị | HGI | khoản 1 Điều 1, " + BASIS);
  }

  private static ReportingRule at(Frequency frequency, DueRule due) {
    ReportingRule rule = Given.quarterly();
    return new ReportingRule(
        rule.id(),
        rule.title(),
        frequency,
        Window.CALENDAR,
        new Assignees(List.of("HGI.024"), List.of(), List.of()),
        due,
        rule.addressees());
  }

  private void amendReporting(String planId, LocalDate from, ReportingRule... rules) {
    AmendPlan amend = amendment(planId);
    commands.give(
        new AmendPlan(
            amend.planId(),
            amend.basedOn(),
            amend.reason(),
            amend.basis(),
            amend.clause(),
            amend.clauses(),
            amend.items(),
            amend.assignments(),
            List.of(rules),
            amend.targets()),
        ISSUER,
        from,
        "vào sổ muộn");
    finish(planId);
  }

  @Test
  void anotherFrequencyCallsOffThePeriodsToComeAndLeavesThoseThatHadBegun() {
    DueRule fifteenth = DueRule.ofLastMonth(Bound.BEFORE, 15);
    String planId = issue("312", at(Frequency.QUARTER, fifteenth));
    ReportId early = ReportId.of(planId, "R1", "2024-Q4", "HGI.024");
    commands.give(new SubmitReport(early, "Làm trước", List.of()), Given.official("HGI.024"));
    amendReporting(planId, LocalDate.of(2024, 5, 10), at(Frequency.HALF_YEAR, fifteenth));
    assertThat(told(planId, "report-withdrawn")).containsExactly("HGI.024 2024-Q3");
    assertThat(told(planId, "report-rescheduled")).isEmpty();
    assertThat(told(planId, "report-opened"))
        .containsExactly(
            "HGI.024 2024-H1",
            "HGI.024 2024-H2",
            "HGI.024 2024-Q1",
            "HGI.024 2024-Q2",
            "HGI.024 2024-Q3",
            "HGI.024 2024-Q4");
    // A later change of the rule is none of the quarter that had begun.
    amendReporting(
        planId,
        LocalDate.of(2024, 5, 20),
        at(Frequency.HALF_YEAR, DueRule.ofLastMonth(Bound.BEFORE, 20)));
    assertThat(told(planId, "report-rescheduled"))
        .containsExactly("HGI.024 2024-H1 2024-06-19", "HGI.024 2024-H2 2024-12-19");
    assertThat(told(planId, "report-withdrawn")).containsExactly("HGI.024 2024-Q3");
  }

  private static ReportingRule of(String... reporters) {
    return with(at(Frequency.QUARTER, DueRule.ofLastMonth(Bound.BEFORE, 15)), reporters);
  }

  private static ReportingRule with(ReportingRule rule, String... reporters) {
    return new ReportingRule(
        rule.id(),
        rule.title(),
        rule.frequency(),
        rule.window(),
        new Assignees(List.of(reporters), List.of(), List.of()),
        rule.due(),
        rule.addressees());
  }

  private String issue(String number, ReportingRule rule) {
    return issue(written(number).reports(rule).issue());
  }

  /** What each book of duties knows of a report once it has read all about it. */
  private void awaitOwed(ReportId report, LocalDate due, LocalDate since) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    jdbc.sql(
                            """
                            select concat_ws(' ', d.open, m.owed, m.due, bool_and(o.open))
                              from command.duty d
                              join command.due_moment m on m.subject = d.id
                              join command.open_duty o on o.duty = d.id
                             where d.id = ? group by d.open, m.owed, m.due
                            """)
                        .param(report.value())
                        .query(String.class)
                        .list())
                .containsExactly("t t " + due + " t"));
    assertThat(
            jdbc.sql(
                    """
                    select name || coalesce(' ' || (payload->>'since'), '') from store.event
                     where aggregate_id = ? order by sequence desc limit 1
                    """)
                .param(report.value())
                .query(String.class)
                .list())
        .containsExactly("report-opened " + since);
  }

  /**
   * Duties that the plan's last change asks for though they were there, as a second try finds them:
   * it comes to as many steps as the first one took, whatever became of the duties by them.
   */
  private List<String> askedForAgain(String planId) {
    RollOuts.State last = rollOuts.find(planId).orElseThrow();
    List<Object> steps = adjustments.of(last);
    assertThat(steps).hasSize(Objects.requireNonNull(last.total()));
    List<String> again = new ArrayList<>();
    for (Object step : steps) {
      if (step instanceof ChargeAgain charge) {
        again.add(charge.taskId().value());
      } else if (step instanceof OpenAgain open) {
        again.add(open.reportId().value());
      }
    }
    return again;
  }

  @Test
  void aFrequencyThatIsChangedBackAsksAgainForWhatWasWithdrawn() {
    DueRule fifteenth = DueRule.ofLastMonth(Bound.BEFORE, 15);
    String planId = issue("391", at(Frequency.QUARTER, fifteenth));
    amendReporting(planId, LocalDate.of(2024, 5, 10), at(Frequency.HALF_YEAR, fifteenth));
    assertThat(told(planId, "report-withdrawn"))
        .containsExactly("HGI.024 2024-Q3", "HGI.024 2024-Q4");
    LocalDate back = LocalDate.of(2024, 5, 20);
    amendReporting(planId, back, at(Frequency.QUARTER, DueRule.ofLastMonth(Bound.BEFORE, 20)));
    assertThat(told(planId, "report-opened"))
        .containsExactly(
            "HGI.024 2024-H1",
            "HGI.024 2024-H2",
            "HGI.024 2024-Q1",
            "HGI.024 2024-Q2",
            "HGI.024 2024-Q3",
            "HGI.024 2024-Q3",
            "HGI.024 2024-Q4",
            "HGI.024 2024-Q4");
    ReportId third = ReportId.of(planId, "R1", "2024-Q3", "HGI.024");
    awaitOwed(third, LocalDate.of(2024, 9, 19), back);
    assertThat(
            commands
                .give(new SubmitReport(third, "Đã làm", List.of()), Given.official("HGI.024"))
                .events())
        .containsExactly("report-submitted");
  }

  @Test
  void whoIsDroppedAndBoundAgainOwesAgainAndOnceHoweverOftenThatIsRolledOut() {
    String planId = issue("392", of("HGI.024", "HGI.026"));
    amendReporting(planId, LocalDate.of(2024, 3, 1), of("HGI.024"));
    List<String> withdrawn = told(planId, "report-withdrawn");
    assertThat(withdrawn).hasSizeGreaterThan(1).allMatch(each -> each.startsWith("HGI.026"));
    LocalDate back = LocalDate.of(2024, 3, 2);
    amendReporting(planId, back, of("HGI.024", "HGI.026"));
    List<String> opened = told(planId, "report-opened");
    assertThat(opened).hasSize(new HashSet<>(opened).size() + withdrawn.size());
    awaitOwed(ReportId.of(planId, "R1", "2024-Q4", "HGI.026"), LocalDate.of(2024, 12, 14), back);
    assertThat(askedForAgain(planId)).hasSize(withdrawn.size());
    automation.stop();
    jdbc.sql(
            "update command.roll_out set done = 0, finished = false,"
                + " leased_until = '-infinity' where plan_id = ? and position ="
                + " (select max(position) from command.roll_out where plan_id = ?)")
        .params(planId, planId)
        .update();
    automation.start();
    finish(planId);
    assertThat(told(planId, "report-opened")).isEqualTo(opened);
  }

  @Test
  void whoIsLetGoAndBoundAgainIsChargedAgainAndWhatWasDoneStays() {
    LocalDate june = LocalDate.of(2024, 6, 1);
    LocalDate july = LocalDate.of(2024, 7, 1);
    AssignmentRule both = rule("A1", june, null, "HGI.024", "HGI.026", "HGI.SNV");
    String planId = issue(plan("393", "HGI", null, List.of(both), false));
    complete(task(planId, "A1", "HGI.SNV"), "HGI.SNV");
    amendSoon(amendment(planId, rule("A1", june, null, "HGI.024")));
    finish(planId);
    assertThat(told(planId, "task-cancelled")).containsExactly("HGI.026 A1");
    amendSoon(amendment(planId, rule("A1", july, null, "HGI.024", "HGI.026", "HGI.SNV")));
    finish(planId);
    assertThat(told(planId, "task-assigned"))
        .containsExactly("HGI.024 A1", "HGI.026 A1", "HGI.026 A1", "HGI.SNV A1");
    TaskId again = task(planId, "A1", "HGI.026");
    assertThat(askedForAgain(planId))
        .containsExactly(again.value(), task(planId, "A1", "HGI.SNV").value());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    jdbc.sql(
                            """
                            select concat_ws(' ', d.open, m.owed, m.due) from command.duty d
                              join command.due_moment m on m.subject = d.id where d.id = ?
                            """)
                        .param(again.value())
                        .query(String.class)
                        .list())
                .containsExactly("t t " + july));
    assertThat(commands.give(new AcceptTask(again), Given.official("HGI.026")).events())
        .containsExactly("task-accepted");
  }

  @Test
  void whoOwesAPlanOfItsOwnAgainFulfilsThatByOneWhoeverWasToIssueItMeanwhile() {
    Product own = Product.SUBORDINATE_PLAN;
    AssignmentRule both = rule("A1", null, own, "HGI.SNV", "HGI.SYT");
    String planId = issue(plan("376", "HGI", null, List.of(both), false));
    TaskId task = task(planId, "A1", "HGI.SNV");
    commands.give(new ReassignTask(task, "HGI.024", "Phân công lại", "CV 3"), ISSUER);
    amendSoon(amendment(planId, rule("A1", null, own, "HGI.SYT")));
    finish(planId);
    amendSoon(amendment(planId, both));
    finish(planId);
    issueOwnPlan("377", "HGI.SNV", planId);
    untilSaid(
        task,
        "task-assigned",
        "task-reassigned Phân công lại",
        "task-cancelled Điều chỉnh",
        "task-assigned Điều chỉnh",
        "task-fulfilled 377/KH-UBND");
  }

  private AssignmentRule asRequest(AssignmentRule rule) {
    return new AssignmentRule(
        rule.id(),
        "II",
        "Đề nghị thực hiện " + rule.id(),
        rule.assignees(),
        List.of(DutyRole.REQUEST),
        "Sở Y tế",
        rule.due(),
        rule.creates());
  }

  @Test
  void anAmendmentSaysAnewWhatOpenTasksAreAndLeavesFinishedOnes() {
    LocalDate june = LocalDate.of(2024, 6, 1);
    LocalDate july = LocalDate.of(2024, 7, 1);
    AssignmentRule all = rule("A1", june, null, "HGI.024", "HGI.026", "HGI.SNV");
    AssignmentRule moved = rule("A2", june, null, "HGI.024");
    AssignmentRule same = rule("A3", june, null, "HGI.024");
    String planId = issue(plan("305", "HGI", null, List.of(all, moved, same), false));
    complete(task(planId, "A1", "HGI.SNV"), "HGI.SNV");
    commands.give(
        new CancelTask(task(planId, "A1", "HGI.026"), "Trùng", "CV 3", null),
        Given.official("HGI"));
    amendSoon(
        amendment(planId, asRequest(all), asRequest(rule("A2", july, null, "HGI.024")), same));
    finish(planId);
    assertThat(told(planId, "task-revised")).containsExactly("HGI.024 A1", "HGI.024 A2");
    assertThat(told(planId, "task-rescheduled")).containsExactly("HGI.024 A2 2024-07-01");
    String revised = task(planId, "A1", "HGI.024").value();
    assertThat(
            jdbc.sql(
                    """
                    select concat_ws(' | ', payload->>'version', payload->>'item', payload->>'title',
                             payload->>'roles', payload->>'partners', payload->>'reason',
                             payload->>'basis')
                      from store.event where name = 'task-revised' and aggregate_id = ?
                    """)
                .param(revised)
                .query(String.class)
                .list())
        .containsExactly(
            "2 | II | Đề nghị thực hiện A1 | [\"REQUEST\"] | Sở Y tế | Điều chỉnh"
                + " | khoản 1 Điều 1, "
                + BASIS);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql("select request from command.due_moment where subject = ?")
                .param(revised)
                .query(Boolean.class)
                .single());
  }

  private String issueOwnPlan(String number, String agency, String parent) {
    return issue(plan(number, agency, parent, List.of(rule("A1", null, null, agency)), false));
  }

  @Test
  void anAmendmentSaysAnewWhatOpenTasksHaveToBringAbout() {
    Product own = Product.SUBORDINATE_PLAN;
    String planId =
        issue(
            plan(
                "307",
                "HGI",
                null,
                List.of(
                    rule("A1", null, null, "HGI.024"),
                    rule("A2", null, own, "HGI.026"),
                    rule("A3", null, null, "HGI.SNV")),
                false));
    issueOwnPlan("308", "HGI.024", planId);
    commands.give(
        amendment(
            planId,
            rule("A1", null, own, "HGI.024"),
            rule("A2", null, null, "HGI.026"),
            rule("A3", null, own, "HGI.SNV")),
        ISSUER);
    finish(planId);
    assertThat(told(planId, "task-revised"))
        .containsExactly("HGI.024 A1", "HGI.026 A2", "HGI.SNV A3");
    // The plan that was there before fulfils the task that now demands it.
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> told(planId, "task-fulfilled").contains("HGI.024 A1"));
    issueOwnPlan("309", "HGI.026", planId);
    issueOwnPlan("310", "HGI.SNV", planId);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> told(planId, "task-fulfilled").contains("HGI.SNV A3"));
    assertThat(told(planId, "task-fulfilled")).containsExactly("HGI.024 A1", "HGI.SNV A3");
    assertThat(
            jdbc.sql(
                    """
                    select payload->'product'->>'now' from store.event
                     where name = 'task-revised' and aggregate_id = ?
                    """)
                .param(task(planId, "A1", "HGI.024").value())
                .query(String.class)
                .list())
        .containsExactly("SUBORDINATE_PLAN");
  }

  /** What came of it: nothing if it was refused with CONFLICT. */
  private List<String> cameOf(AmendPlan amendment, Actor actor) {
    try {
      return commands.give(amendment, actor).events();
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(RefusalCode.CONFLICT);
      return List.of();
    }
  }

  @Test
  void ofTwoAmendmentsFromTheSameVersionAtTheSameTimeOneIsMadeAndTheOtherRefused()
      throws Exception {
    Actor colleague = Given.colleague("HGI");
    AssignmentRule kept = rule("A1", null, null, "HGI.024");
    for (String number : List.of("381", "382", "383", "384")) {
      String planId = issue(plan(number, "HGI", null, List.of(kept), false));
      AmendPlan one = amendment(planId, kept, rule("A2", null, null, "HGI.026"));
      AmendPlan other = amendment(planId, kept, rule("A3", null, null, "HGI.SNV"));
      CyclicBarrier start = new CyclicBarrier(2);
      List<Callable<List<String>>> both =
          List.of(
              () -> {
                start.await();
                return cameOf(one, ISSUER);
              },
              () -> {
                start.await();
                return cameOf(other, colleague);
              });
      List<List<String>> came = new ArrayList<>();
      try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
        for (Future<List<String>> each : executor.invokeAll(both)) {
          came.add(each.get());
        }
      }
      assertThat(came).containsExactlyInAnyOrder(List.of("plan-amended"), List.of());
      finish(planId);
      boolean first = !came.getFirst().isEmpty();
      assertThat(told(planId, "task-assigned"))
          .containsExactly("HGI.024 A1", first ? "HGI.026 A2" : "HGI.SNV A3");
      assertThat(told(planId, "task-cancelled")).isEmpty();
      assertThat(commands.give(first ? one : other, first ? ISSUER : colleague).events()).isEmpty();
      commands.give(
          amendment(
              planId, kept, rule("A2", null, null, "HGI.026"), rule("A3", null, null, "HGI.SNV")),
          ISSUER);
      finish(planId);
      assertThat(told(planId, "task-assigned"))
          .containsExactly("HGI.024 A1", "HGI.026 A2", "HGI.SNV A3");
      assertThat(told(planId, "task-cancelled")).isEmpty();
    }
  }

  @Test
  void anAmendmentThatIsRolledOutTwiceDoublesNothing() {
    String planId =
        issue(plan("302", "HGI", null, List.of(rule("A1", null, null, "HGI.024")), true));
    automation.stop();
    amendSoon(amendment(planId, rule("A2", null, null, BOUND.toArray(String[]::new))));
    automation.start();
    finish(planId);
    List<String> withdrawn = told(planId, "report-withdrawn");
    for (int done : new int[] {0, 1, 10}) {
      automation.stop();
      jdbc.sql(
              "update command.roll_out set done = ?, finished = false,"
                  + " leased_until = '-infinity' where plan_id = ? and position ="
                  + " (select max(position) from command.roll_out where plan_id = ?)")
          .params(done, planId, planId)
          .update();
      automation.start();
      finish(planId);
    }
    assertThat(told(planId, "task-assigned"))
        .containsExactly("HGI.024 A1", "HGI.024 A2", "HGI.026 A2", "HGI.SNV A2", "HGI.SYT A2");
    assertThat(told(planId, "task-cancelled")).containsExactly("HGI.024 A1");
    assertThat(told(planId, "report-withdrawn")).hasSize(8).isEqualTo(withdrawn);
  }

  @Test
  void aRevocationCallsOffWhatIsOpenAndLeavesWhatIsFinished() {
    String planId =
        issue(
            plan("303", "HGI", null, List.of(rule("A1", null, null, "HGI.024", "HGI.026")), true));
    complete(task(planId, "A1", "HGI.026"), "HGI.026");
    commands.give(new RevokePlan(new PlanId(planId), "Sai thẩm quyền", BASIS), ISSUER);
    finish(planId);
    assertThat(told(planId, "task-cancelled")).containsExactly("HGI.024 A1");
    assertThat(told(planId, "report-withdrawn")).hasSize(8);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> openDuties.of(planId).equals(new OpenDuties.Count(0, 0)));
  }

  @Test
  void whatWasHandedInWhenItsClauseWasWithdrawnStaysForWhoeverAwaitsIt() {
    String planId =
        issue(
            plan(
                "394",
                "HGI",
                null,
                List.of(
                    rule("A1", null, null, "HGI.024", "HGI.026", "HGI.SYT"),
                    rule("A2", null, null, "HGI.SNV")),
                false));
    TaskId handedIn = handIn(task(planId, "A1", "HGI.024"), "HGI.024");
    TaskId wanting = handIn(task(planId, "A1", "HGI.SYT"), "HGI.SYT");
    commands.give(amendment(planId, rule("A2", null, null, "HGI.SNV")), ISSUER);
    finish(planId);
    assertThat(told(planId, "task-cancelled")).containsExactly("HGI.026 A1");
    assertThat(commands.give(new AcceptTaskResult(handedIn, null), ISSUER).events())
        .containsExactly("task-result-accepted");
    commands.give(new ReturnTaskResult(wanting, "Chưa đạt"), ISSUER);
    untilSaid(
        wanting,
        "task-assigned",
        "task-accepted",
        "task-result-submitted",
        "task-result-returned Chưa đạt",
        "task-cancelled Điều chỉnh");
  }

  @Test
  void whatWasFinishedIsWhatThePlanSaysByNowOnceItIsOpenedAgain() {
    LocalDate first = LocalDate.of(2030, 6, 3);
    LocalDate later = first.plusDays(30);
    String planId =
        issue(
            plan(
                "3951",
                "HGI",
                null,
                List.of(
                    rule("A1", first, null, "HGI.024"),
                    rule("A2", null, null, "HGI.026"),
                    rule("A3", null, null, "HGI.SNV")),
                false));
    TaskId moved = task(planId, "A1", "HGI.024");
    TaskId withdrawn = task(planId, "A2", "HGI.026");
    complete(moved, "HGI.024");
    complete(withdrawn, "HGI.026");
    commands.give(
        amendment(planId, rule("A1", later, null, "HGI.024"), rule("A3", null, null, "HGI.SNV")),
        ISSUER);
    finish(planId);
    commands.give(new ReopenTask(moved, "Thiếu"), ISSUER);
    commands.give(new ReopenTask(withdrawn, "Thiếu"), ISSUER);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(told(planId, "task-rescheduled")).containsExactly("HGI.024 A1 2030-07-03"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(told(planId, "task-cancelled")).containsExactly("HGI.026 A2"));
  }

  @Test
  void whatWasHandedInWhenItsClauseWasWithdrawnStaysHoweverOftenItsReopeningBeforeIsRead() {
    String planId =
        issue(
            plan(
                "3952",
                "HGI",
                null,
                List.of(
                    rule("A1", null, null, "HGI.024", "HGI.SYT"),
                    rule("A2", null, null, "HGI.SNV")),
                false));
    TaskId reopened = task(planId, "A1", "HGI.024");
    TaskId returned = handIn(task(planId, "A1", "HGI.SYT"), "HGI.SYT");
    complete(reopened, "HGI.024");
    commands.give(new ReopenTask(reopened, "Thiếu"), ISSUER);
    commands.give(new ReturnTaskResult(returned, "Chưa đạt"), ISSUER);
    commands.give(new SubmitTaskResult(reopened, "đủ", List.of(), null), Given.official("HGI.024"));
    commands.give(
        new SubmitTaskResult(returned, "đạt", List.of(), null), Given.official("HGI.SYT"));
    commands.give(amendment(planId, rule("A2", null, null, "HGI.SNV")), ISSUER);
    finish(planId);
    Stream.of(reopened, returned)
        .flatMap(task -> eventStore.readEvents(task.value(), 0).asStream())
        .forEach(message -> {
          if (message.getPayload() instanceof TaskReopened event) {
            automation.on(event, message);
          } else if (message.getPayload() instanceof TaskResultReturned event) {
            automation.on(event, message);
          }
        });
    assertThat(told(planId, "task-cancelled")).isEmpty();
  }

  private TaskId handIn(TaskId task, String agency) {
    commands.give(new AcceptTask(task), Given.official(agency));
    commands.give(new SubmitTaskResult(task, "xong", List.of(), null), Given.official(agency));
    return task;
  }

  private static final LocalDate AMENDED = LocalDate.of(2024, 5, 10);
  private static final DueRule FIFTEENTH = DueRule.ofLastMonth(Bound.BEFORE, 15);
  private static final List<Indicator> FIGURES =
      List.of(
          new Indicator(
              "n",
              "Số vụ việc",
              IndicatorType.INTEGER,
              null,
              Gathering.SUM,
              null,
              null,
              null,
              true));

  /** A rule by which two districts report each quarter. */
  private static ReportingRule reporting(
      String id, String title, DueRule due, List<Indicator> form, Addressee... addressees) {
    return new ReportingRule(
        id,
        title,
        Frequency.QUARTER,
        Window.CALENDAR,
        new Assignees(List.of("HGI.024", "HGI.026"), List.of(), List.of()),
        due,
        List.of(addressees),
        form);
  }

  private static ReportingRule reporting(String id) {
    return reporting(id, "Báo cáo " + id, FIFTEENTH, List.of(), new Addressee("HGI", null));
  }

  private ReportId handIn(ReportId report, String agency) {
    commands.give(new SubmitReport(report, "Đã làm", List.of()), Given.official(agency));
    return report;
  }

  private void giveBack(ReportId report) {
    commands.give(new ReturnReport(report, "Thiếu"), ISSUER);
  }

  /** Follows from them what does, be it for the second time. */
  private void readOfReturns(ReportId report) {
    eventStore
        .readEvents(report.value(), 0)
        .asStream()
        .forEach(message -> {
          if (message.getPayload() instanceof ReportReturned event) {
            automation.on(event, message);
          }
        });
  }

  /** Whether that followed from the plan's last amendment, and from nothing else. */
  private boolean isOfTheLastAmendment(String planId, ReportId report, String name) {
    return jdbc.sql(
            """
            select m.metadata->>'correlation' = coalesce(a.metadata->>'correlation', a.event_id)
              from store.event m, store.event a
             where m.aggregate_id = ? and m.name = ?
               and a.aggregate_id = ? and a.name = 'plan-amended'
             order by a.sequence desc limit 1
            """)
        .params(report.value(), name, planId)
        .query(Boolean.class)
        .single();
  }

  @Test
  void aReportThatWasHandedInWhenItsRuleWasWithdrawnIsOwedNoMoreOnceItIsReturned() {
    String planId = issue(written("3970").reports(reporting("R1"), reporting("R2")).issue());
    ReportId wanting = handIn(ReportId.of(planId, "R2", "2024-Q2", "HGI.024"), "HGI.024");
    ReportId done = handIn(ReportId.of(planId, "R2", "2024-Q2", "HGI.026"), "HGI.026");
    ReportId behind = handIn(ReportId.of(planId, "R2", "2024-Q1", "HGI.024"), "HGI.024");
    amendReporting(planId, AMENDED, reporting("R1"));
    assertThat(told(planId, "report-withdrawn"))
        .containsExactly(
            "HGI.024 2024-Q3", "HGI.024 2024-Q4", "HGI.026 2024-Q3", "HGI.026 2024-Q4");
    assertThat(commands.give(new AcceptReport(done, null), ISSUER).events())
        .containsExactly("report-accepted");
    giveBack(behind);
    giveBack(wanting);
    untilSaid(
        wanting,
        "report-opened",
        "report-submitted",
        "report-returned Thiếu",
        "report-withdrawn Điều chỉnh");
    assertThat(isOfTheLastAmendment(planId, wanting, "report-withdrawn")).isTrue();
    // What was owed before the amendment's day is owed still, like what was never handed in.
    assertThat(said(behind.value())).endsWith("report-returned Thiếu");
  }

  @Test
  void aReportThatWasHandedInWhenItsRuleWasAmendedIsWhatThePlanSaysByNowOnceItIsReturned() {
    String planId = issue(written("3971").reports(reporting("R1")).issue());
    ReportId returned = handIn(ReportId.of(planId, "R1", "2024-Q3", "HGI.024"), "HGI.024");
    Addressee issuer = new Addressee("HGI", null);
    amendReporting(planId, AMENDED, reporting("R1", "Báo cáo khác", FIFTEENTH, List.of(), issuer));
    amendReporting(
        planId,
        AMENDED.plusDays(5),
        reporting(
            "R1",
            "Báo cáo mới",
            DueRule.ofLastMonth(Bound.BEFORE, 20),
            FIGURES,
            new Addressee("HGI", "HGI.SNV")));
    untilSaid(returned, "report-opened", "report-submitted", "report-rescheduled Điều chỉnh");
    giveBack(returned);
    String[] once = {
      "report-opened",
      "report-submitted",
      "report-rescheduled Điều chỉnh",
      "report-returned Thiếu",
      "report-revised Điều chỉnh"
    };
    untilSaid(returned, once);
    assertThat(isOfTheLastAmendment(planId, returned, "report-revised")).isTrue();
    assertThat(
            jdbc.sql(
                    """
                    select concat_ws(' | ', payload->>'version', payload->>'title',
                             payload->'form'->0->>'id', payload->'addressees'->0->>'channel',
                             payload->>'basis')
                      from store.event where name = 'report-revised' and aggregate_id = ?
                    """)
                .param(returned.value())
                .query(String.class)
                .list())
        .containsExactly("3 | Báo cáo mới | n | HGI.SNV | khoản 1 Điều 1, " + BASIS);
    Refused.forFields(() -> handIn(returned, "HGI.024"), "figures");
    readOfReturns(returned);
    assertThat(said(returned.value())).containsExactly(once);
  }

  @Test
  void aReportThatIsHandedInAgainStaysHoweverOftenItsReturnBeforeIsRead() {
    String planId = issue(written("3972").reports(reporting("R1"), reporting("R2")).issue());
    ReportId report = handIn(ReportId.of(planId, "R2", "2024-Q2", "HGI.024"), "HGI.024");
    giveBack(report);
    handIn(report, "HGI.024");
    amendReporting(planId, AMENDED, reporting("R1"));
    readOfReturns(report);
    assertThat(said(report.value()))
        .containsExactly(
            "report-opened", "report-submitted", "report-returned Thiếu", "report-submitted");
  }

  @Test
  void aReportThatIsHandedInIsCalledOffWithItsPlan() {
    String planId = issue(written("3973").reports(reporting("R1")).issue());
    ReportId report = handIn(ReportId.of(planId, "R1", "2024-Q2", "HGI.024"), "HGI.024");
    commands.give(new RevokePlan(new PlanId(planId), "Sai thẩm quyền", BASIS), ISSUER);
    untilSaid(report, "report-opened", "report-submitted", "report-withdrawn Sai thẩm quyền");
    Refused.with(RefusalCode.INVALID_STATE, () -> giveBack(report));
    String replaced = issue(written("3976").reports(reporting("R1")).issue());
    ReportId other = handIn(ReportId.of(replaced, "R1", "2024-Q2", "HGI.024"), "HGI.024");
    String instead = issue(written("3977").reports(reporting("R1")).issue());
    commands.give(
        new SupersedePlan(new PlanId(replaced), new PlanId(instead), "Thay thế", BASIS), ISSUER);
    untilSaid(other, "report-opened", "report-submitted", "report-withdrawn Thay thế");
  }

  @Test
  void aReportOfAFrequencyThatIsNoMoreIsOwedNoMoreOnceItIsReturnedUnlessThatIsChangedBack() {
    LocalDate back = AMENDED.plusDays(10);
    ReportingRule quarterly = at(Frequency.QUARTER, FIFTEENTH);
    String planId = issue("3974", quarterly);
    ReportId third = handIn(ReportId.of(planId, "R1", "2024-Q3", "HGI.024"), "HGI.024");
    ReportId fourth = handIn(ReportId.of(planId, "R1", "2024-Q4", "HGI.024"), "HGI.024");
    amendReporting(planId, AMENDED, at(Frequency.HALF_YEAR, FIFTEENTH));
    giveBack(third);
    untilSaid(
        third,
        "report-opened",
        "report-submitted",
        "report-returned Thiếu",
        "report-withdrawn Điều chỉnh");
    amendReporting(planId, back, quarterly);
    giveBack(fourth);
    readOfReturns(fourth);
    assertThat(said(fourth.value()))
        .containsExactly("report-opened", "report-submitted", "report-returned Thiếu");
    assertThat(said(third.value())).endsWith("report-opened Điều chỉnh");
  }

  @Test
  void aReportThatFollowedAnAmendmentWhileItWasOwedIsNotSaidAnewForThatOnceItIsReturned() {
    register("HGI.R1", "HGI");
    register("HGI.R2", "HGI");
    Addressee through = new Addressee("HGI", "HGI.R1");
    String planId =
        issue(
            written("3975")
                .reports(reporting("R1", "Báo cáo", FIFTEENTH, List.of(), through))
                .issue());
    ReportId report = ReportId.of(planId, "R1", "2024-Q3", "HGI.024");
    amendReporting(planId, AMENDED, reporting("R1", "Báo cáo mới", FIFTEENTH, List.of(), through));
    commands.give(
        new MergeAgencies(List.of("HGI.R1"), "HGI.R2", List.of(), LocalDate.of(2025, 7, 1), BASIS),
        ADMIN);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> said(report.value()).getLast().startsWith("report-transferred"));
    handIn(report, "HGI.024");
    giveBack(report);
    readOfReturns(report);
    assertThat(said(report.value())).endsWith("report-submitted", "report-returned Thiếu");
  }

  @Test
  void aConclusionCountsWhatIsOpenAtThatMomentAndWaitsUntilAllIsCharged() {
    AssignmentRule both = rule("A1", null, null, "HGI.024", "HGI.026");
    automation.stop();
    String planId = Given.issue(commands, plan("395", "HGI", null, List.of(both), true)).id();
    PlanId id = new PlanId(planId);
    commands.give(new ReviewPlan(id, ReviewKind.FINAL, "Tổng kết", List.of()), ISSUER);
    ConcludePlan conclusion = new ConcludePlan(id, "Kết thúc");
    Refused.with(RefusalCode.CONFLICT, () -> commands.give(conclusion, ISSUER));
    automation.start();
    finish(planId);
    complete(task(planId, "A1", "HGI.026"), "HGI.026");
    commands.give(
        new WaiveReport(ReportId.of(planId, "R1", "2024-Q4", "HGI.026"), "Bão", "CV 3"), ISSUER);
    commands.give(conclusion, ISSUER);
    assertThat(
            jdbc.sql(
                    """
                    select (payload->>'openTasks') || ' ' || (payload->>'openReports')
                      from store.event where aggregate_id = ? and name = 'plan-concluded'
                    """)
                .param(planId)
                .query(String.class)
                .single())
        .isEqualTo("1 " + (told(planId, "report-opened").size() - 1));
  }

  @Test
  void aDayThatIsGrantedOnceThePlanGoesOnDoesNotMoveWithTheRestBeforeIt() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate rested = today.minusDays(5);
    LocalDate granted = today.plusDays(30);
    String planId =
        issue(plan("297", "HGI", null, List.of(rule("A1", rested, null, "HGI.024")), false));
    TaskId task = task(planId, "A1", "HGI.024");
    commands.give(new AcceptTask(task), Given.official("HGI.024"));
    commands.give(
        new RequestExtension(task, granted, "Chờ số liệu", "CV 5"), Given.official("HGI.024"));
    PlanId id = new PlanId(planId);
    commands.give(new SuspendPlan(id, "Bão", "CV 3"), ISSUER, rested, null);
    automation.stop();
    commands.give(new ResumePlan(id, DueMoments.SHIFT, "Bão qua", "CV 3"), ISSUER, today, null);
    commands.give(new GrantExtension(task, granted, "Đồng ý", "CV 6"), ISSUER);
    automation.start();
    finish(planId);
    assertThat(told(planId, "task-rescheduled")).isEmpty();
  }

  @Test
  void whatIsOpenedAgainBeforeARestIsRolledOutMovesByThatRestOnce() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate due = today.plusDays(10);
    String planId =
        issue(plan("3953", "HGI", null, List.of(rule("A1", due, null, "HGI.024")), false));
    TaskId task = task(planId, "A1", "HGI.024");
    complete(task, "HGI.024");
    PlanId id = new PlanId(planId);
    commands.give(new SuspendPlan(id, "Bão", "CV 3"), ISSUER, today.minusDays(5), null);
    automation.stop();
    commands.give(new ResumePlan(id, DueMoments.SHIFT, "Bão qua", "CV 3"), ISSUER, today, null);
    commands.give(new ReopenTask(task, "Thiếu"), ISSUER);
    await().atMost(Duration.ofSeconds(60)).until(() -> !told(planId, "task-rescheduled").isEmpty());
    automation.start();
    finish(planId);
    assertThat(told(planId, "task-rescheduled")).containsExactly("HGI.024 A1 " + due.plusDays(5));
  }

  @Test
  void whatWasChargedByHandCatchesUpOnceWithTheRestsThatItMissedWhileItWasFinished() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate due = today.plusDays(10);
    String planId =
        issue(plan("3957", "HGI", null, List.of(rule("A1", null, null, "HGI.024")), false));
    TaskId task = task(planId, "H1", "HGI.026");
    commands.give(
        new AssignTask(
            planId,
            "H1",
            null,
            "Rà soát",
            "HGI.026",
            List.of(DutyRole.LEAD),
            null,
            due,
            null,
            "Bổ sung",
            "CV 1"),
        ISSUER);
    complete(task, "HGI.026");
    PlanId id = new PlanId(planId);
    commands.give(new SuspendPlan(id, "Bão", "CV 3"), ISSUER, today.minusDays(5), null);
    commands.give(
        new ResumePlan(id, DueMoments.SHIFT, "Bão qua", "CV 3"), ISSUER, today.minusDays(3), null);
    commands.give(new SuspendPlan(id, "Lũ", "CV 4"), ISSUER, today.minusDays(1), null);
    commands.give(new ResumePlan(id, DueMoments.SHIFT, "Lũ qua", "CV 4"), ISSUER, today, null);
    finish(planId);
    List<String> both = List.of("HGI.026 H1 " + due.plusDays(2), "HGI.026 H1 " + due.plusDays(3));
    commands.give(new ReopenTask(task, "Thiếu"), ISSUER);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(told(planId, "task-rescheduled")).containsExactlyElementsOf(both));
    commands.give(new SubmitTaskResult(task, "xong", List.of(), null), Given.official("HGI.026"));
    commands.give(new AcceptTaskResult(task, null), ISSUER);
    commands.give(new ReopenTask(task, "Vẫn thiếu"), ISSUER);
    commands.give(amendment(planId, rule("A1", due, null, "HGI.024")), ISSUER);
    finish(planId);
    assertThat(told(planId, "task-rescheduled")).contains("HGI.024 A1 " + due).containsAll(both);
    assertThat(told(planId, "task-rescheduled")).hasSize(3);
  }

  /** A task to which a later day was granted is finished; then its plan rests for five days. */
  private TaskId finishedWhenThePlanRested(String number, LocalDate due, LocalDate granted) {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    String planId =
        issue(plan(number, "HGI", null, List.of(rule("A1", due, null, "HGI.024")), false));
    TaskId task = task(planId, "A1", "HGI.024");
    commands.give(new AcceptTask(task), Given.official("HGI.024"));
    commands.give(
        new RequestExtension(task, granted, "Chờ số liệu", "CV 5"), Given.official("HGI.024"));
    commands.give(new GrantExtension(task, granted, "Đồng ý", "CV 6"), ISSUER);
    commands.give(new SubmitTaskResult(task, "xong", List.of(), null), Given.official("HGI.024"));
    commands.give(new AcceptTaskResult(task, null), ISSUER);
    PlanId id = new PlanId(planId);
    commands.give(new SuspendPlan(id, "Bão", "CV 3"), ISSUER, today.minusDays(5), null);
    commands.give(new ResumePlan(id, DueMoments.SHIFT, "Bão qua", "CV 3"), ISSUER, today, null);
    finish(planId);
    return task;
  }

  private void isOpenAgainAndDue(TaskId task, LocalDate day) {
    commands.give(new ReopenTask(task, "Thiếu"), ISSUER);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    jdbc.sql(
                            """
                            select payload->>'newDue' from store.event
                             where aggregate_id = ? and name = 'task-rescheduled'
                            """)
                        .param(task.value())
                        .query(String.class)
                        .list())
                .containsExactly(day.toString()));
  }

  @Test
  void aDayThatWasGrantedMovesWithTheRestsThatItsTaskMissedWhileItWasFinished() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate granted = today.plusDays(30);
    isOpenAgainAndDue(
        finishedWhenThePlanRested("3954", today.plusDays(10), granted), granted.plusDays(5));
  }

  @Test
  void aDayThatWasGrantedMovesWithSuchARestThoughThePlansDayHadPassedBefore() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate granted = today.plusDays(30);
    isOpenAgainAndDue(
        finishedWhenThePlanRested("3958", today.minusDays(10), granted), granted.plusDays(5));
  }

  @Test
  void aDayThatWasGrantedHoldsAsSuchARestMovedItAgainstTheNextAmendment() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate granted = today.plusDays(30);
    TaskId task = finishedWhenThePlanRested("3959", today.plusDays(10), granted);
    String planId = planOf(task);
    commands.give(amendment(planId, rule("A1", today.plusDays(20), null, "HGI.024")), ISSUER);
    finish(planId);
    isOpenAgainAndDue(task, granted.plusDays(5));
  }

  @Test
  void aDayThatWasGrantedEndsWithTheDayThatItExtendedThoughItsTaskWasFinishedThen() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate granted = today.plusDays(30);
    LocalDate named = today.plusDays(20);
    TaskId task = finishedWhenThePlanRested("3960", today.plusDays(10), granted);
    String planId = planOf(task);
    commands.give(amendment(planId, rule("A1", null, null, "HGI.024")), ISSUER);
    finish(planId);
    commands.give(amendment(planId, rule("A1", named, null, "HGI.024")), ISSUER);
    finish(planId);
    commands.give(new ReopenTask(task, "Thiếu"), ISSUER);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(told(planId, "task-rescheduled"))
                .containsExactly("HGI.024 A1", "HGI.024 A1 " + named));
  }

  private String planOf(TaskId task) {
    return ((TaskAssigned) eventStore.readEvents(task.value(), 0).next().getPayload()).planId();
  }

  @Test
  void whatFollowsLateFromAnAmendmentIsTheAmendmentsAndNobodyElses() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    AssignmentRule rule = rule("A1", today.plusDays(10), null, "HGI.024");
    String planId = issue(plan("3961", "HGI", null, List.of(rule), false));
    TaskId task = task(planId, "A1", "HGI.024");
    complete(task, "HGI.024");
    commands.give(amendment(planId, rule("A1", today.plusDays(5), null, "HGI.024")), ISSUER);
    finish(planId);
    isOpenAgainAndDue(task, today.plusDays(5));
    assertThat(
            jdbc.sql(
                    """
                    select m.metadata->>'correlation' = coalesce(a.metadata->>'correlation', a.event_id)
                      from store.event m, store.event a
                     where m.aggregate_id = ? and m.name = 'task-rescheduled'
                       and a.aggregate_id = ? and a.name = 'plan-amended'
                    """)
                .params(task.value(), planId)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void whatWasChargedAgainByHandFollowsLaterAmendmentsOfItsClauseOpenOrFinished() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate due = today.plusDays(10);
    AssignmentRule moved = rule("A1", due, null, "HGI.024", "HGI.026");
    AssignmentRule withdrawn = rule("A2", due, null, "HGI.024");
    AssignmentRule kept = rule("A3", due, null, "HGI.026");
    String planId = issue(plan("3962", "HGI", null, List.of(moved, withdrawn, kept), false));
    List<TaskId> tasks =
        List.of(
            task(planId, "A1", "HGI.024"),
            task(planId, "A1", "HGI.026"),
            task(planId, "A2", "HGI.024"));
    for (TaskId each : tasks) {
      TaskAssigned charge =
          (TaskAssigned) eventStore.readEvents(each.value(), 0).next().getPayload();
      commands.give(new CancelTask(each, "Nhầm", "CV 1", null), ISSUER);
      commands.give(
          new AssignTask(
              planId,
              charge.duty(),
              null,
              "Rà soát",
              charge.agency(),
              List.of(DutyRole.LEAD),
              null,
              due,
              null,
              "Giao lại",
              "CV 2"),
          ISSUER);
    }
    complete(tasks.getFirst(), "HGI.024");
    complete(tasks.getLast(), "HGI.024");
    LocalDate earlier = today.plusDays(5);
    commands.give(amendment(planId, rule("A1", earlier, null, "HGI.024", "HGI.026"), kept), ISSUER);
    finish(planId);
    assertThat(told(planId, "task-rescheduled")).containsExactly("HGI.026 A1 " + earlier);
    commands.give(new ReopenTask(tasks.getFirst(), "Thiếu"), ISSUER);
    commands.give(new ReopenTask(tasks.getLast(), "Thiếu"), ISSUER);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          assertThat(told(planId, "task-rescheduled"))
              .containsExactly("HGI.024 A1 " + earlier, "HGI.026 A1 " + earlier);
          assertThat(told(planId, "task-cancelled"))
              .containsExactly("HGI.024 A1", "HGI.024 A2", "HGI.024 A2", "HGI.026 A1");
        });
  }

  /** The part of a task that the agency gives to a unit below it, and that this takes on. */
  private TaskId passedOn(TaskId task, String agency, String unit) {
    commands.give(
        new DelegateTask(task, List.of(new DelegateTask.Part(unit, null, null, null))),
        Given.official(agency));
    TaskId part = TaskId.of(planOf(task), task.value(), unit);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> eventStore.readEvents(part.value(), 0).hasNext());
    commands.give(new AcceptTask(part), Given.official(unit));
    return part;
  }

  private List<String> told(TaskId task) {
    return jdbc.sql(
            """
            select name || coalesce(' ' || (payload->>'newDue'), '')
                   || coalesce(' ' || (payload->>'roles'), '')
              from store.event where aggregate_id = ? and sequence > 1 order by sequence
            """)
        .param(task.value())
        .query(String.class)
        .list();
  }

  @Test
  void whatIsOpenBelowAFinishedTaskOfThePlanFollowsItsAmendments() {
    register("HGI.024.P1", "HGI.024");
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate due = today.plusDays(10);
    AssignmentRule rule = rule("A1", due, null, "HGI.024");
    AssignmentRule kept = rule("A2", due, null, "HGI.026");
    String planId = issue(plan("3963", "HGI", null, List.of(rule, kept), false));
    TaskId whole = task(planId, "A1", "HGI.024");
    commands.give(new AcceptTask(whole), Given.official("HGI.024"));
    TaskId part = passedOn(whole, "HGI.024", "HGI.024.P1");
    commands.give(
        new SubmitTaskResult(whole, "xong", List.of(), "Phần còn lại làm sau"),
        Given.official("HGI.024"));
    commands.give(new AcceptTaskResult(whole, null), ISSUER);
    LocalDate earlier = today.plusDays(5);
    commands.give(amendment(planId, asRequest(rule("A1", earlier, null, "HGI.024")), kept), ISSUER);
    finish(planId);
    commands.give(amendment(planId, kept), ISSUER);
    finish(planId);
    assertThat(told(part))
        .containsExactly(
            "task-revised [\"REQUEST\"]", "task-rescheduled " + earlier, "task-cancelled");
  }

  private TaskId asked(String planId, String agency, LocalDate due) {
    commands.give(
        new AssignTask(
            planId,
            "A1",
            null,
            "Đề nghị giám sát",
            agency,
            List.of(DutyRole.REQUEST),
            null,
            due,
            null,
            "Đề nghị phối hợp",
            "CV 1"),
        ISSUER);
    return task(planId, "A1", agency);
  }

  @Test
  void whatAPersonChargedOtherwiseThanItsClauseStaysWhatItIsOpenOrFinished() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate due = today.plusDays(10);
    String planId =
        issue(plan("3980", "HGI", null, List.of(rule("A1", due, null, "HGI.024")), false));
    TaskId finished = asked(planId, "HGI.026", due);
    TaskId open = asked(planId, "HGI.SNV", due);
    complete(finished, "HGI.026");
    LocalDate later = today.plusDays(12);
    AssignmentRule moved = rule("A1", later, null, "HGI.024");
    commands.give(amendment(planId, moved), ISSUER);
    finish(planId);
    commands.give(new ReopenTask(finished, "Thiếu"), ISSUER);
    List<String> rescheduled =
        List.of("HGI.024 A1 " + later, "HGI.026 A1 " + later, "HGI.SNV A1 " + later);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(told(planId, "task-rescheduled")).containsExactlyElementsOf(rescheduled));
    assertThat(told(planId, "task-revised")).as("only the day was amended").isEmpty();
    commands.give(
        new SubmitTaskResult(finished, "xong", List.of(), null), Given.official("HGI.026"));
    commands.give(new AcceptTaskResult(finished, null), ISSUER);
    commands.give(
        amendment(
            planId,
            new AssignmentRule(
                "A1",
                moved.item(),
                "Việc khác",
                moved.assignees(),
                List.of(DutyRole.LEAD),
                null,
                moved.due(),
                null)),
        ISSUER);
    finish(planId);
    commands.give(new ReopenTask(finished, "Vẫn thiếu"), ISSUER);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          assertThat(told(finished))
              .endsWith("task-result-submitted", "task-result-accepted", "task-reopened");
          assertThat(told(planId, "task-revised")).containsExactly("HGI.024 A1");
        });
    assertThat(told(open)).doesNotContain("task-revised");
  }

  private void rest(String planId, LocalDate from, LocalDate to) {
    commands.give(new SuspendPlan(new PlanId(planId), "Bão", "CV 3"), ISSUER, from, null);
    commands.give(
        new ResumePlan(new PlanId(planId), DueMoments.SHIFT, "Bão qua", "CV 3"), ISSUER, to, null);
  }

  @Test
  void aPartThatIsOpenAgainBeforeItsWholeCatchesUpWithTheRestsThatBothMissed() {
    register("HGI.024.P3", "HGI.024");
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate due = today.plusDays(10);
    String planId =
        issue(plan("3981", "HGI", null, List.of(rule("A1", due, null, "HGI.024")), false));
    TaskId whole = task(planId, "A1", "HGI.024");
    commands.give(new AcceptTask(whole), Given.official("HGI.024"));
    TaskId part = passedOn(whole, "HGI.024", "HGI.024.P3");
    commands.give(
        new SubmitTaskResult(part, "xong", List.of(), null), Given.official("HGI.024.P3"));
    commands.give(new AcceptTaskResult(part, null), Given.official("HGI.024"));
    commands.give(new SubmitTaskResult(whole, "xong", List.of(), null), Given.official("HGI.024"));
    commands.give(new AcceptTaskResult(whole, null), ISSUER);
    rest(planId, today.minusDays(6), today.minusDays(5));
    rest(planId, today.minusDays(3), today);
    finish(planId);
    commands.give(new ReopenTask(part, "Thiếu"), Given.official("HGI.024"));
    List<String> both =
        List.of("task-rescheduled " + due.plusDays(1), "task-rescheduled " + due.plusDays(4));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(told(part)).endsWith(both.toArray(String[]::new)));
    commands.give(new ReopenTask(whole, "Thiếu"), ISSUER);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(told(whole)).endsWith("task-rescheduled " + due.plusDays(4)));
    assertThat(told(part)).endsWith(both.toArray(String[]::new));
  }

  @Test
  void partsAreBroughtForwardWithTheirWholeBeforeTheNextChangeOfThePlanMovesBoth() {
    register("HGI.024.P4", "HGI.024");
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate due = today.plusDays(30);
    String planId =
        issue(plan("3982", "HGI", null, List.of(rule("A1", due, null, "HGI.024")), false));
    TaskId whole = task(planId, "A1", "HGI.024");
    commands.give(new AcceptTask(whole), Given.official("HGI.024"));
    TaskId part = passedOn(whole, "HGI.024", "HGI.024.P4");
    StreamingEventProcessor reader =
        processing
            .eventProcessor(
                WhenTaskRescheduledThenBringPartsForward.GROUP, StreamingEventProcessor.class)
            .orElseThrow();
    LocalDate earlier = today.plusDays(10);
    List<String> told =
        List.of("task-rescheduled " + earlier, "task-rescheduled " + earlier.plusDays(5));
    reader.shutDown();
    try {
      commands.give(
          amendment(planId, rule("A1", earlier, null, "HGI.024")),
          ISSUER,
          today.minusDays(6),
          null);
      rest(planId, today.minusDays(5), today);
      finish(planId);
      assertThat(told(part)).containsExactlyElementsOf(told);
    } finally {
      reader.start();
    }
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(told(part)).containsExactlyElementsOf(told));
    assertThat(told(whole)).endsWith(told.toArray(String[]::new));
  }

  @Test
  void noPartOfARequestIsOrderedByADayThatHasPassed() {
    register("HGI.024.P2", "HGI.024");
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    AssignmentRule order = rule("A1", today, null, "HGI.024");
    String planId = issue(plan("3964", "HGI", null, List.of(asRequest(order)), false));
    TaskId whole = task(planId, "A1", "HGI.024");
    commands.give(new AcceptTask(whole), Given.official("HGI.024"));
    TaskId part = passedOn(whole, "HGI.024", "HGI.024.P2");
    commands.give(
        new RescheduleTask(part, today.minusDays(3), "Sớm hơn", "CV 1", null), Actor.SYSTEM);
    LocalDate later = today.plusDays(7);
    commands.give(amendment(planId, rule("A1", later, null, "HGI.024")), ISSUER);
    finish(planId);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(told(part))
                .containsExactly(
                    "task-rescheduled " + today.minusDays(3),
                    "task-rescheduled " + later,
                    "task-revised [\"EXECUTE\"]"));
  }

  private void register(String code, String superior) {
    commands.give(
        new RegisterAgency(
            code,
            "Đơn vị " + code,
            AgencyKind.UNIT,
            AgencyLevel.COMMUNE,
            superior,
            LocalDate.of(2020, 1, 1),
            null,
            null),
        ADMIN);
  }

  @Test
  void aDayThatWasGrantedBeforeTwoRestsHoldsAgainstAnAmendmentAsTheyMovedIt() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate due = today.plusDays(10);
    LocalDate granted = today.plusDays(30);
    String planId =
        issue(plan("298", "HGI", null, List.of(rule("A1", due, null, "HGI.024")), false));
    TaskId task = task(planId, "A1", "HGI.024");
    commands.give(new AcceptTask(task), Given.official("HGI.024"));
    commands.give(
        new RequestExtension(task, granted, "Chờ số liệu", "CV 5"), Given.official("HGI.024"));
    commands.give(new GrantExtension(task, granted, "Đồng ý", "CV 6"), ISSUER);
    PlanId id = new PlanId(planId);
    commands.give(new SuspendPlan(id, "Bão", "CV 3"), ISSUER, today.minusDays(5), null);
    commands.give(
        new ResumePlan(id, DueMoments.SHIFT, "Bão qua", "CV 3"), ISSUER, today.minusDays(3), null);
    finish(planId);
    commands.give(new SuspendPlan(id, "Lũ", "CV 4"), ISSUER, today.minusDays(1), null);
    commands.give(new ResumePlan(id, DueMoments.SHIFT, "Lũ qua", "CV 4"), ISSUER, today, null);
    finish(planId);
    LocalDate later = granted.plusDays(9);
    commands.give(amendment(planId, rule("A1", later, null, "HGI.024")), ISSUER);
    finish(planId);
    commands.give(amendment(planId, rule("A1", due.minusDays(2), null, "HGI.024")), ISSUER);
    finish(planId);
    assertThat(told(planId, "task-rescheduled"))
        .containsExactly(
            "HGI.024 A1 " + granted.plusDays(2),
            "HGI.024 A1 " + granted.plusDays(3),
            "HGI.024 A1 " + granted.plusDays(3),
            "HGI.024 A1 " + later);
  }

  @Test
  void whoIsBoundAfterARestOwesByTheDayThatItMovedForTheOthers() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate rested = today.minusDays(5);
    DueRule named = DueRule.by(rested.plusDays(1));
    String planId =
        issue(
            written("296")
                .assignments(List.of(rule("A1", rested, null, "HGI.024")))
                .reports(at(Frequency.YEAR, named))
                .issue());
    PlanId id = new PlanId(planId);
    commands.give(new SuspendPlan(id, "Bão", "CV 3"), ISSUER, rested, null);
    commands.give(new ResumePlan(id, DueMoments.SHIFT, "Bão qua", "CV 3"), ISSUER, today, null);
    finish(planId);
    AmendPlan wider = amendment(planId, rule("A1", rested, null, "HGI.024", "HGI.026"));
    commands.give(
        new AmendPlan(
            id,
            wider.basedOn(),
            wider.reason(),
            wider.basis(),
            wider.clause(),
            wider.clauses(),
            null,
            wider.assignments(),
            List.of(with(at(Frequency.YEAR, named), "HGI.024", "HGI.026")),
            null),
        ISSUER);
    finish(planId);
    assertThat(
            jdbc.sql(
                    """
                    select (payload->>'agency') || ' ' || (payload->>'due') from store.event
                     where name in ('task-assigned', 'report-opened')
                       and payload->>'planId' = ? and payload->>'agency' = 'HGI.026'
                     order by 1
                    """)
                .param(planId)
                .query(String.class)
                .list())
        .containsExactly("HGI.026 " + today, "HGI.026 " + today.plusDays(1));
  }

  @Test
  void whoIsBoundAfterARestByTheSameDayInOtherWordsOwesByTheDayThatItMovedForTheOthers() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate due = today.plusDays(10);
    AssignmentRule by = rule("A1", due, null, "HGI.024", "HGI.026");
    String planId =
        issue(plan("3955", "HGI", null, List.of(rule("A1", due, null, "HGI.024")), false));
    PlanId id = new PlanId(planId);
    commands.give(new SuspendPlan(id, "Bão", "CV 3"), ISSUER, today.minusDays(5), null);
    commands.give(new ResumePlan(id, DueMoments.SHIFT, "Bão qua", "CV 3"), ISSUER, today, null);
    finish(planId);
    AssignmentRule before =
        new AssignmentRule(
            by.id(),
            by.item(),
            by.title(),
            by.assignees(),
            by.roles(),
            null,
            DueRule.before(due.plusDays(1)),
            null);
    commands.give(amendment(planId, before), ISSUER);
    finish(planId);
    assertThat(told(planId, "task-rescheduled")).containsExactly("HGI.024 A1 " + due.plusDays(5));
    assertThat(
            jdbc.sql(
                    """
                    select payload->>'due' from store.event
                     where name = 'task-assigned' and aggregate_id = ?
                    """)
                .param(task(planId, "A1", "HGI.026").value())
                .query(String.class)
                .single())
        .isEqualTo(due.plusDays(5).toString());
  }

  @Test
  void theDaysOfASuspensionMoveTheDuesToComeOnceHoweverOftenThatIsRolledOut() {
    LocalDate today = LocalDate.now(plantrail.kernel.calendar.LocalTime.ZONE);
    LocalDate rested = today.minusDays(5);
    String planId =
        issue(
            plan(
                "304",
                "HGI",
                null,
                List.of(
                    rule("A1", rested, null, "HGI.024"),
                    rule("A2", null, null, "HGI.024"),
                    rule("A3", rested.minusDays(1), null, "HGI.024")),
                false));
    PlanId id = new PlanId(planId);
    commands.give(new SuspendPlan(id, "Bão", "CV 3"), ISSUER, rested, null);
    commands.give(new ResumePlan(id, DueMoments.SHIFT, "Bão qua", "CV 3"), ISSUER, today, null);
    finish(planId);
    automation.stop();
    jdbc.sql(
            "update command.roll_out set done = 0, finished = false, leased_until = '-infinity'"
                + " where plan_id = ?")
        .param(planId)
        .update();
    automation.start();
    finish(planId);
    assertThat(told(planId, "task-rescheduled")).containsExactly("HGI.024 A1 " + today);
  }

  @Test
  void anOwnPlanThatCameTooLateForOneTaskIsKnownToTheNext() {
    String planId =
        issue(
            plan(
                "316",
                "HGI",
                null,
                List.of(rule("A1", null, Product.SUBORDINATE_PLAN, "HGI.SNV", "HGI.SYT")),
                false));
    complete(task(planId, "A1", "HGI.SYT"), "HGI.SYT");
    issue(plan("317", "HGI.SYT", planId, List.of(rule("A1", null, null, "HGI.SYT")), false));
    // What is read later is read in another batch of events.
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            processing
                .eventProcessor(
                    WhenSubordinatePlanIssuedThenFulfilTask.GROUP, StreamingEventProcessor.class)
                .orElseThrow()
                .processingStatus()
                .values()
                .stream()
                .anyMatch(status -> status.getCurrentPosition().orElse(0) >= events()));
    commands.give(
        new ReassignTask(task(planId, "A1", "HGI.SNV"), "HGI.SYT", "Phân công lại", "CV 3"),
        ISSUER);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(told(planId, "task-fulfilled")).containsExactly("HGI.SNV A1"));
  }

  private void revoke(String planId, String agency) {
    commands.give(
        new RevokePlan(new PlanId(planId), "Sai thẩm quyền", BASIS), Given.official(agency));
  }

  /** What was said of a task, each with the plan that it is about. */
  private List<String> said(TaskId task) {
    return said(task.value());
  }

  private List<String> said(String id) {
    return jdbc.sql(
            """
            select name || coalesce(' ' || (payload->>'byDocument'), ' ' || (payload->>'reason'), '')
              from store.event where aggregate_id = ? order by sequence
            """)
        .param(id)
        .query(String.class)
        .list();
  }

  private void untilSaid(ReportId report, String... all) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(said(report.value())).containsExactly(all));
  }

  private void untilSaid(TaskId task, String... all) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(said(task)).containsExactly(all));
  }

  @Test
  void whatARevokedPlanFulfilledIsOwedAgainUntilAnotherOneIsIssued() {
    LocalDate due = Given.ISSUED.plusDays(1);
    Product own = Product.SUBORDINATE_PLAN;
    String planId =
        issue(plan("331", "HGI", null, List.of(rule("A1", due, own, "HGI.SNV")), false));
    TaskId task = task(planId, "A1", "HGI.SNV");
    String first = issueOwnPlan("332", "HGI.SNV", planId);
    untilSaid(task, "task-assigned", "task-fulfilled 332/KH-UBND");
    revoke(first, "HGI.SNV");
    untilSaid(
        task,
        "task-assigned",
        "task-fulfilled 332/KH-UBND",
        "task-reopened 332/KH-UBND: Sai thẩm quyền");
    String second = issueOwnPlan("333", "HGI.SNV", planId);
    untilSaid(
        task,
        "task-assigned",
        "task-fulfilled 332/KH-UBND",
        "task-reopened 332/KH-UBND: Sai thẩm quyền",
        "task-fulfilled 333/KH-UBND");
    issueOwnPlan("334", "HGI.SNV", planId);
    revoke(second, "HGI.SNV");
    untilSaid(
        task,
        "task-assigned",
        "task-fulfilled 332/KH-UBND",
        "task-reopened 332/KH-UBND: Sai thẩm quyền",
        "task-fulfilled 333/KH-UBND",
        "task-reopened 333/KH-UBND: Sai thẩm quyền",
        "task-fulfilled 334/KH-UBND");
  }

  @Test
  void aPlanInWhosePlaceAnotherWasPutFulfilsUntilThatOneIsRevoked() {
    Product own = Product.SUBORDINATE_PLAN;
    String above =
        issue(plan("335", "HGI", null, List.of(rule("A1", null, own, "HGI.SNV")), false));
    TaskId task = task(above, "A1", "HGI.SNV");
    String old = issueOwnPlan("336", "HGI.SNV", above);
    untilSaid(task, "task-assigned", "task-fulfilled 336/KH-UBND");
    String next = issueOwnPlan("337", "HGI.SNV", above);
    commands.give(
        new SupersedePlan(new PlanId(old), new PlanId(next), "Thay thế", null),
        Given.official("HGI.SNV"));
    revoke(next, "HGI.SNV");
    untilSaid(
        task,
        "task-assigned",
        "task-fulfilled 336/KH-UBND",
        "task-reopened 337/KH-UBND: Sai thẩm quyền");
  }

  @Test
  void aPlanThatGivesWayToOneThatIsNotUnderTheSameParentFulfilsNothing() {
    Product own = Product.SUBORDINATE_PLAN;
    String above =
        issue(plan("396", "HGI", null, List.of(rule("A1", null, own, "HGI.SNV")), false));
    TaskId task = task(above, "A1", "HGI.SNV");
    String below = issueOwnPlan("397", "HGI.SNV", above);
    untilSaid(task, "task-assigned", "task-fulfilled 397/KH-UBND");
    String next = issueOwnPlan("398", "HGI.SNV", above);
    commands.give(
        new SupersedePlan(new PlanId(below), new PlanId(next), "Thay thế", null),
        Given.official("HGI.SNV"));
    commands.give(
        new SupersedePlan(new PlanId(next), new PlanId(above), "Gộp vào kế hoạch trên", null),
        Given.official("HGI.SNV"));
    untilSaid(
        task,
        "task-assigned",
        "task-fulfilled 397/KH-UBND",
        "task-reopened 398/KH-UBND: Gộp vào kế hoạch trên");
    issueOwnPlan("399", "HGI.SNV", above);
    untilSaid(
        task,
        "task-assigned",
        "task-fulfilled 397/KH-UBND",
        "task-reopened 398/KH-UBND: Gộp vào kế hoạch trên",
        "task-fulfilled 399/KH-UBND");
  }

  @Test
  void whatSomebodyOpenedAgainWaitsForAnotherPlanInWhicheverWordsItWasSaid() {
    Product own = Product.SUBORDINATE_PLAN;
    List<AssignmentRule> rules = List.of(rule("A1", null, own, "HGI.SNV"));
    String planId = issue(plan("371", "HGI", null, rules, false));
    String other = issue(plan("372", "HGI", null, rules, false));
    TaskId task = task(planId, "A1", "HGI.SNV");
    String first = issueOwnPlan("373", "HGI.SNV", planId);
    untilSaid(task, "task-assigned", "task-fulfilled 373/KH-UBND");
    issueOwnPlan("374", "HGI.SNV", planId);
    String sign = issueOwnPlan("375", "HGI.SNV", other);
    untilSaid(task(other, "A1", "HGI.SNV"), "task-assigned", "task-fulfilled 375/KH-UBND");
    commands.give(new ReopenTask(task, "373/KH-UBND: Sai thẩm quyền"), ISSUER);
    revoke(first, "HGI.SNV");
    // What is revoked later is read later.
    revoke(sign, "HGI.SNV");
    untilSaid(
        task(other, "A1", "HGI.SNV"),
        "task-assigned",
        "task-fulfilled 375/KH-UBND",
        "task-reopened 375/KH-UBND: Sai thẩm quyền");
    assertThat(said(task))
        .containsExactly(
            "task-assigned",
            "task-fulfilled 373/KH-UBND",
            "task-reopened 373/KH-UBND: Sai thẩm quyền");
  }

  @Test
  void whatAnAmendmentWithdrewIsNotOwedAgainWhenThePlanThatFulfilledItIsRevoked() {
    AssignmentRule own = rule("A1", null, Product.SUBORDINATE_PLAN, "HGI.SNV");
    AssignmentRule other = rule("A2", null, null, "HGI.024");
    String amended = issue(plan("8342", "HGI", null, List.of(own, other), false));
    String runs = issue(plan("8343", "HGI", null, List.of(own), false));
    String underAmended = issueOwnPlan("8344", "HGI.SNV", amended);
    String underRuns = issueOwnPlan("8345", "HGI.SNV", runs);
    untilSaid(task(amended, "A1", "HGI.SNV"), "task-assigned", "task-fulfilled 8344/KH-UBND");
    untilSaid(task(runs, "A1", "HGI.SNV"), "task-assigned", "task-fulfilled 8345/KH-UBND");
    commands.give(amendment(amended, other), ISSUER);
    revoke(underAmended, "HGI.SNV");
    // What is revoked later is read later.
    revoke(underRuns, "HGI.SNV");
    untilSaid(
        task(runs, "A1", "HGI.SNV"),
        "task-assigned",
        "task-fulfilled 8345/KH-UBND",
        "task-reopened 8345/KH-UBND: Sai thẩm quyền");
    assertThat(said(task(amended, "A1", "HGI.SNV")))
        .containsExactly("task-assigned", "task-fulfilled 8344/KH-UBND");
  }

  @Test
  void whoReadsOfARevocationWaitsForWhoeverHasYetToReadOfTheAmendmentBefore() {
    AssignmentRule own = rule("A1", null, Product.SUBORDINATE_PLAN, "HGI.SNV");
    String planId = issue(plan("8346", "HGI", null, List.of(own), false));
    String under = issueOwnPlan("8347", "HGI.SNV", planId);
    TaskId task = task(planId, "A1", "HGI.SNV");
    untilSaid(task, "task-assigned", "task-fulfilled 8347/KH-UBND");
    StreamingEventProcessor behind =
        processing
            .eventProcessor(WhenPlanIssuedThenAssignTasks.GROUP, StreamingEventProcessor.class)
            .orElseThrow();
    behind.shutDown();
    commands.give(amendment(planId, own, rule("A2", null, null, "HGI.024")), ISSUER);
    revoke(under, "HGI.SNV");
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(setAside()).isEmpty());
    behind.start();
    untilSaid(
        task,
        "task-assigned",
        "task-fulfilled 8347/KH-UBND",
        "task-reopened 8347/KH-UBND: Sai thẩm quyền");
    assertThat(setAside()).isEmpty();
  }

  /** What the automation for plans of one's own could not handle. */
  private List<String> setAside() {
    return jdbc.sql("select name from store.dead_letter where processing_group = ?")
        .param(WhenSubordinatePlanRevokedThenReopenTask.GROUP)
        .query(String.class)
        .list();
  }

  private static AssignmentRule ownPlansOf(AgencyKind kind, AgencyLevel level) {
    AssignmentRule rule = rule("A1", null, Product.SUBORDINATE_PLAN);
    return new AssignmentRule(
        rule.id(),
        rule.item(),
        rule.title(),
        new Assignees(List.of(), List.of(new AgencyClass(kind, level)), List.of()),
        rule.roles(),
        rule.partners(),
        rule.due(),
        rule.creates());
  }

  @Test
  void whoIsOfNoClassThatAnAmendmentLeftOwesNothingAgainUntilAnotherOneTakesItBack() {
    AssignmentRule departments = ownPlansOf(AgencyKind.DEPARTMENT, AgencyLevel.PROVINCE);
    AssignmentRule districts = ownPlansOf(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.DISTRICT);
    String left = issue(plan("8351", "HGI", null, List.of(departments), false));
    String back = issue(plan("8352", "HGI", null, List.of(departments), false));
    String underLeft = issueOwnPlan("8353", "HGI.SNV", left);
    String underBack = issueOwnPlan("8354", "HGI.SNV", back);
    untilSaid(task(left, "A1", "HGI.SNV"), "task-assigned", "task-fulfilled 8353/KH-UBND");
    untilSaid(task(back, "A1", "HGI.SNV"), "task-assigned", "task-fulfilled 8354/KH-UBND");
    commands.give(amendment(left, districts), ISSUER);
    commands.give(amendment(back, districts), ISSUER);
    commands.give(amendment(back, departments), ISSUER);
    finish(left);
    finish(back);
    revoke(underLeft, "HGI.SNV");
    // What is revoked later is read later.
    revoke(underBack, "HGI.SNV");
    untilSaid(
        task(back, "A1", "HGI.SNV"),
        "task-assigned",
        "task-fulfilled 8354/KH-UBND",
        "task-reopened 8354/KH-UBND: Sai thẩm quyền");
    assertThat(said(task(left, "A1", "HGI.SNV")))
        .containsExactly("task-assigned", "task-fulfilled 8353/KH-UBND");
  }

  @Test
  void underAPlanThatIsOverNothingIsOwedAgain() {
    Product own = Product.SUBORDINATE_PLAN;
    String over = issue(plan("338", "HGI", null, List.of(rule("A1", null, own, "HGI.SNV")), false));
    String runs = issue(plan("339", "HGI", null, List.of(rule("A1", null, own, "HGI.SNV")), false));
    String underOver = issueOwnPlan("340", "HGI.SNV", over);
    String underRuns = issueOwnPlan("341", "HGI.SNV", runs);
    untilSaid(task(over, "A1", "HGI.SNV"), "task-assigned", "task-fulfilled 340/KH-UBND");
    untilSaid(task(runs, "A1", "HGI.SNV"), "task-assigned", "task-fulfilled 341/KH-UBND");
    revoke(over, "HGI");
    revoke(underOver, "HGI.SNV");
    // What is revoked later is read later.
    revoke(underRuns, "HGI.SNV");
    untilSaid(
        task(runs, "A1", "HGI.SNV"),
        "task-assigned",
        "task-fulfilled 341/KH-UBND",
        "task-reopened 341/KH-UBND: Sai thẩm quyền");
    assertThat(said(task(over, "A1", "HGI.SNV")))
        .containsExactly("task-assigned", "task-fulfilled 340/KH-UBND");
  }

  @Test
  void aPlanFourLevelsDownFulfilsTheTaskAboveIt() {
    String[] chain = {"HGI", "HGI.SYT", "HGI.SYT.1", "HGI.SYT.1.1", "HGI.SYT.1.1.1"};
    for (int level = 2; level < chain.length; level++) {
      commands.give(
          new RegisterAgency(
              chain[level],
              "Đơn vị " + chain[level],
              AgencyKind.UNIT,
              AgencyLevel.PROVINCE,
              chain[level - 1],
              LocalDate.of(2020, 1, 1),
              null,
              null),
          ADMIN);
    }
    String parent = null;
    for (int level = 0; level < chain.length; level++) {
      List<AssignmentRule> rules =
          level + 1 < chain.length
              ? List.of(rule("A1", null, Product.SUBORDINATE_PLAN, chain[level + 1]))
              : List.of();
      String below = issue(plan("31" + level, chain[level], parent, rules, rules.isEmpty()));
      if (parent != null) {
        TaskId task = task(parent, "A1", chain[level]);
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() ->
                jdbc.sql(
                            "select count(*) from store.event where aggregate_id = ?"
                                + " and name = 'task-fulfilled' and payload->>'byPlan' = ?")
                        .params(task.value(), below)
                        .query(Long.class)
                        .single()
                    == 1);
      }
      parent = below;
    }
  }

  private String issueWithTargets(String number, TargetLine... targets) {
    return issue(
        written(number).assignments(rule("A1", null, null, "HGI.024")).targets(targets).issue());
  }

  private void amendTargets(String planId, TargetLine... targets) {
    AmendPlan amend = amendment(planId, rule("A1", null, null, "HGI.024"));
    commands.give(
        new AmendPlan(
            amend.planId(),
            amend.basedOn(),
            amend.reason(),
            amend.basis(),
            amend.clause(),
            amend.clauses(),
            amend.items(),
            amend.assignments(),
            amend.reportingRules(),
            List.of(targets)),
        ISSUER);
  }

  @Test
  void theLongestTextsOfAnAmendmentReachAllThatFollowsFromIt() {
    String planId = issueWithTargets("8219", target("T1", "98"), target("T2", "50"));
    awaitTargets(planId, "target-set T1 98", "target-set T2 50");
    AmendPlan amend =
        amendment(planId, rule("A2", LocalDate.of(2024, 6, 1), null, "HGI.024", "HGI.026"));
    String basis = "Q".repeat(Check.LINE);
    String clause = "k".repeat(Check.LINE);
    AmendPlan first =
        new AmendPlan(
            amend.planId(),
            amend.basedOn(),
            "Đ".repeat(Check.TEXT),
            basis,
            clause,
            List.of(),
            amend.items(),
            amend.assignments(),
            List.of(Given.quarterly()),
            List.of(target("T1", "97.5"), target("T3", "10")));
    amendSoon(first);
    finish(planId);
    amendSoon(
        new AmendPlan(
            amend.planId(),
            version(planId),
            first.reason(),
            basis,
            clause,
            List.of(),
            amend.items(),
            List.of(rule("A2", LocalDate.of(2024, 7, 1), null, "HGI.024")),
            List.of(),
            first.targets()));
    finish(planId);
    assertThat(told(planId, "task-cancelled")).containsExactly("HGI.024 A1", "HGI.026 A2");
    assertThat(told(planId, "task-rescheduled")).containsExactly("HGI.024 A2 2024-07-01");
    assertThat(told(planId, "report-withdrawn"))
        .isNotEmpty()
        .isEqualTo(told(planId, "report-opened"));
    awaitTargets(
        planId,
        "target-set T1 98",
        "target-changed T1 97.5",
        "target-set T2 50",
        "target-withdrawn T2",
        "target-set T3 10");
    assertThat(
            jdbc.sql(
                    "select payload->>'basis' from store.event"
                        + " where name = 'task-cancelled' and aggregate_id = ?")
                .param(task(planId, "A1", "HGI.024").value())
                .query(String.class)
                .list())
        .containsExactly(clause + ", " + basis);
  }

  @Test
  void targetsFollowTheAmendmentsOfTheirPlan() {
    String id = issueWithTargets("218", target("T1", "98"), target("T2", "50"));
    awaitTargets(id, "target-set T1 98", "target-set T2 50");
    amendTargets(id, target("T1", "97.5"), target("T3", "10"));
    awaitTargets(
        id,
        "target-set T1 98",
        "target-changed T1 97.5",
        "target-set T2 50",
        "target-withdrawn T2",
        "target-set T3 10");
  }

  private void setByHand(String planId, String mark, String value) {
    commands.give(
        new SetTarget(
            planId,
            mark,
            "Hồ sơ đúng hạn",
            Comparison.AT_LEAST,
            new BigDecimal(value),
            "%",
            null,
            null,
            null,
            null,
            "Bổ sung",
            "CV 3"),
        ISSUER);
  }

  @Test
  void anAmendmentThatAddsWhatWasSetByHandMakesItTheOneThatItStates() {
    String id = issueWithTargets("221", target("T1", "98"));
    awaitTargets(id, "target-set T1 98");
    setByHand(id, "T2", "90");
    amendTargets(id, target("T1", "98"), target("T2", "50"));
    String[] told = {"target-set T1 98", "target-set T2 90", "target-changed T2 50"};
    awaitTargets(id, told);
    eventStore
        .readEvents(id, 0)
        .asStream()
        .filter(each -> each.getPayload() instanceof PlanAmended)
        .forEach(each -> targets.on((PlanAmended) each.getPayload(), each));
    awaitTargets(id, told);
  }

  @Test
  void anAmendmentThatIsReadAgainLeavesTargetsAsALaterOneMadeThem() {
    String id = issueWithTargets("219", target("T1", "98"));
    awaitTargets(id, "target-set T1 98");
    amendTargets(id, target("T1", "97.5"));
    amendTargets(id, target("T1", "96"));
    String[] told = {"target-set T1 98", "target-changed T1 97.5", "target-changed T1 96"};
    awaitTargets(id, told);
    eventStore
        .readEvents(id, 0)
        .asStream()
        .filter(each -> each.getPayload() instanceof PlanAmended)
        .forEach(each -> targets.on((PlanAmended) each.getPayload(), each));
    awaitTargets(id, told);
  }

  private static TargetLine target(String id, String value, Assignees measured) {
    return new TargetLine(
        id, "Tỷ lệ", Comparison.AT_LEAST, new BigDecimal(value), "%", null, null, null, measured);
  }

  private void awaitMeasured(String planId, String... told) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    jdbc.sql(
                            """
                            select concat_ws(' ', e.name, e.payload->>'agencies')
                              from store.event s join store.event e using (aggregate_id)
                             where s.name = 'target-set' and s.payload->>'planId' = ?
                             order by s.payload->>'target', e.sequence
                            """)
                        .param(planId)
                        .query(String.class)
                        .list())
                .containsExactly(told));
  }

  @Test
  void anAmendmentStatesNoTargetUnderTheMarkOfOneThatWasWithdrawn() {
    String id = issueWithTargets("295", target("T1", "98"));
    setByHand(id, "T2", "90");
    commands.give(new WithdrawTarget(TargetId.of(id, "T2"), "Không đo được", "CV 4"), ISSUER);
    Refused.forFields(() -> amendTargets(id, target("T1", "98"), target("T2", "50")), "targets");
    amendTargets(id, target("T1", "98"), target("T3", "50"));
  }

  @Test
  void whoIsToBeMeasuredIsWhoeverTheWordsBindLikeADuty() {
    AgencyClass districts = new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.DISTRICT);
    Assignees some = new Assignees(List.of("HGI.SNV"), List.of(districts), List.of("HGI.026"));
    Assignees one = new Assignees(List.of("HGI.SYT"), List.of(), List.of());
    String id = issueWithTargets("220", target("T1", "98", some));
    String first = "[\"HGI.024\",\"HGI.SNV\"]";
    awaitMeasured(id, "target-set " + first);
    TargetId mark = TargetId.of(id, "T1");
    commands.give(
        new ChangeTarget(
            mark,
            "Tỷ lệ",
            Comparison.AT_LEAST,
            BigDecimal.TEN,
            "%",
            null,
            null,
            null,
            List.of("HGI.026"),
            "Chỉ đo một huyện",
            "CV 12"),
        ISSUER);
    String other = "[\"HGI.026\"]";
    // Words that stay leave who is measured by now.
    amendTargets(id, target("T1", "97", some), target("T2", "50", one));
    awaitMeasured(
        id,
        "target-set " + first,
        "target-changed " + other,
        "target-changed " + other,
        "target-set [\"HGI.SYT\"]");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            jdbc.sql("select agency from command.open_duty where duty = ?")
                .param(mark.value())
                .query(String.class)
                .set()
                .containsAll(List.of("HGI", "HGI.024", "HGI.SNV", "HGI.026")));
    amendTargets(id, target("T1", "97", one), target("T2", "50"));
    awaitMeasured(
        id,
        "target-set " + first,
        "target-changed " + other,
        "target-changed " + other,
        "target-changed [\"HGI.SYT\"]",
        "target-set [\"HGI.SYT\"]",
        "target-changed");
  }

  private static TargetLine target(String id, String value) {
    return new TargetLine(
        id, "Tỷ lệ " + id, Comparison.AT_LEAST, new BigDecimal(value), "%", null, null);
  }

  private void awaitTargets(String planId, String... told) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    jdbc.sql(
                            """
                            select concat_ws(' ', e.name, s.payload->>'target', e.payload->>'value')
                              from store.event s join store.event e using (aggregate_id)
                             where s.name = 'target-set' and s.payload->>'planId' = ?
                             order by s.payload->>'target', e.sequence
                            """)
                        .param(planId)
                        .query(String.class)
                        .list())
                .containsExactly(told));
  }
}
