package plantrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.plan.amendplan.AmendPlan;
import plantrail.command.plan.openplanyear.OpenPlanYear;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.Bound;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.task.TaskId;

/** Plans are amended after those that they bind, or those that issued them, are no more. */
class AmendedAfterReformIT extends CommandSideTest {
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);
  private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
  private static final LocalDate OLD_DAY = LocalDate.of(2026, 6, 30);
  private static final LocalDate NEW_DAY = LocalDate.of(2026, 8, 31);

  /** The day of the amendments: the reports of 2026 are not yet due, those before are. */
  private static final LocalDate AMENDED = LocalDate.of(2026, 3, 2);

  /** The years after that of the issue, as the clock would open them. */
  private static final List<Integer> OPENED = List.of(2025, 2026);

  @Autowired private RollOuts rollOuts;

  private void province(String code, String... communes) {
    register(code, AgencyLevel.PROVINCE, null, LocalDate.of(2020, 1, 1));
    for (String commune : communes) {
      register(commune, AgencyLevel.COMMUNE, code, LocalDate.of(2020, 1, 1));
    }
  }

  private void register(String code, AgencyLevel level, @Nullable String above, LocalDate from) {
    commands.give(
        new RegisterAgency(
            code, "UBND " + code, AgencyKind.PEOPLES_COMMITTEE, level, above, from, null, null),
        ADMIN);
  }

  private void merge(String successor, String... merged) {
    merge(REFORM, successor, merged);
  }

  private void merge(LocalDate day, String successor, String... merged) {
    commands.give(
        new MergeAgencies(List.of(merged), successor, List.of(), day, "NQ 202/2025/QH15"), ADMIN);
  }

  private static Assignees communesBut(String... except) {
    return new Assignees(
        List.of(),
        List.of(new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.COMMUNE)),
        List.of(except));
  }

  private static AssignmentRule task(Assignees bound, LocalDate day) {
    return new AssignmentRule(
        "A1",
        "I",
        "Niêm yết thủ tục",
        bound,
        List.of(DutyRole.EXECUTE),
        null,
        DueRule.by(day),
        null);
  }

  private static ReportingRule report(String issuer, Assignees bound, int day) {
    return new ReportingRule(
        "R1",
        "Kết quả",
        Frequency.YEAR,
        Window.CALENDAR,
        bound,
        DueRule.ofLastMonth(Bound.BY, day),
        List.of(new Addressee(issuer, null)));
  }

  private String issue(String issuer, Assignees bound) {
    String planId =
        Given.issue(
                commands,
                GivenPlan.bare()
                    .number("1")
                    .issuedBy(issuer)
                    .until(LocalDate.of(2026, 12, 31))
                    .items(new Item("I", "Nội dung"))
                    .assignments(task(bound, OLD_DAY))
                    .reports(report(issuer, bound, 14))
                    .issue())
            .id();
    for (int year : OPENED) {
      commands.give(new OpenPlanYear(new PlanId(planId), year), Actor.SYSTEM);
    }
    untilRolledOut(planId, 1);
    return planId;
  }

  private void amend(String planId, String by, AssignmentRule task, ReportingRule report) {
    amend(planId, by, AMENDED, task, report);
    untilRolledOut(planId, 2);
  }

  private void amend(
      String planId, String by, LocalDate day, AssignmentRule task, ReportingRule report) {
    commands.give(
        new AmendPlan(
            new PlanId(planId),
            rollOuts.all(planId).size() - OPENED.size(),
            "Điều chỉnh",
            "QĐ 900",
            "Điều 1",
            List.of(),
            List.of(new Item("I", "Nội dung")),
            List.of(task),
            List.of(report),
            List.of()),
        Given.official(by),
        day,
        "vào sổ muộn");
  }

  private void untilRolledOut(String planId, int changes) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            rollOuts.all(planId).size() == changes + OPENED.size()
                && rollOuts.all(planId).stream().allMatch(RollOuts.State::finished));
  }

  private void untilOwedBy(String id, String agency) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql(
                        "select count(*) from store.event where aggregate_id = ?"
                            + " and name like '%-transferred' and payload->>'successor' = ?")
                    .params(id, agency)
                    .query(Long.class)
                    .single()
                == 1);
  }

  private void begin(TaskId task, String agency) {
    commands.give(new AcceptTask(task), Given.official(agency));
    commands.give(new ReportProgress(task, 60, null, List.of(), List.of()), Given.official(agency));
  }

  /** What came of the amendment: what happened, to whose duty, and the days. */
  private List<String> followed(String planId) {
    return jdbc.sql(
            """
            select concat_ws(' ', e.name, b.payload->>'agency',
                     coalesce(b.payload->>'duty', b.payload->>'period'),
                     e.payload->>'oldDue', e.payload->>'newDue')
              from store.event e
              join store.event b on b.aggregate_id = e.aggregate_id and b.sequence = 0
             where b.payload->>'planId' = ? and e.aggregate_id <> b.payload->>'planId'
               and e.metadata->>'correlation' = (
                 select metadata->>'correlation' from store.event
                  where aggregate_id = ? and name = 'plan-amended')
             order by 1
            """)
        .params(planId, planId)
        .query(String.class)
        .list();
  }

  @Test
  void aDateThatIsChangedIsChangedForWhoeverTookOverAndNothingElseHappens() {
    province("AMA", "AMA.1", "AMA.2", "AMA.3");
    String planId = issue("AMA", communesBut());
    TaskId begun = TaskId.of(planId, "A1", "AMA.1");
    begin(begun, "AMA.1");
    ReportId submitted = ReportId.of(planId, "R1", "2026", "AMA.2");
    commands.give(new SubmitReport(submitted, "Đã làm", List.of()), Given.official("AMA.2"));
    register("AMA.X", AgencyLevel.COMMUNE, "AMA", REFORM);
    merge("AMA.X", "AMA.1", "AMA.2");
    untilOwedBy(begun.value(), "AMA.X");
    untilOwedBy(submitted.value(), "AMA.X");
    amend(planId, "AMA", task(communesBut(), NEW_DAY), report("AMA", communesBut(), 24));
    assertThat(followed(planId))
        .containsExactly(
            "report-rescheduled AMA.1 2026 2026-12-14 2026-12-24",
            "report-rescheduled AMA.2 2026 2026-12-14 2026-12-24",
            "report-rescheduled AMA.3 2026 2026-12-14 2026-12-24",
            "task-rescheduled AMA.1 A1 2026-06-30 2026-08-31",
            "task-rescheduled AMA.2 A1 2026-06-30 2026-08-31",
            "task-rescheduled AMA.3 A1 2026-06-30 2026-08-31");
  }

  @Test
  void whenTheIssuerIsNoMoreItsSuccessorChangesADateAndNothingElseHappens() {
    province("AMB", "AMB.1", "AMB.2", "AMB.3");
    province("AMC", "AMC.1");
    String planId = issue("AMB", communesBut());
    TaskId begun = TaskId.of(planId, "A1", "AMB.1");
    begin(begun, "AMB.1");
    merge("AMC", "AMB");
    commands.give(new MoveAgency("AMB.3", "AMC", REFORM, "NQ 202/2025/QH15"), ADMIN);
    register("AMC.X", AgencyLevel.COMMUNE, "AMC", REFORM);
    merge("AMC.X", "AMB.1", "AMB.2");
    untilOwedBy(planId, "AMC");
    untilOwedBy(begun.value(), "AMC.X");
    amend(planId, "AMC", task(communesBut(), NEW_DAY), report("AMB", communesBut(), 24));
    assertThat(followed(planId))
        .containsExactly(
            "report-rescheduled AMB.1 2026 2026-12-14 2026-12-24",
            "report-rescheduled AMB.2 2026 2026-12-14 2026-12-24",
            "report-rescheduled AMB.3 2026 2026-12-14 2026-12-24",
            "task-rescheduled AMB.1 A1 2026-06-30 2026-08-31",
            "task-rescheduled AMB.2 A1 2026-06-30 2026-08-31",
            "task-rescheduled AMB.3 A1 2026-06-30 2026-08-31");
  }

  @Test
  void whatIsSaidOfOthersIsCalledOffAndOpenedButNotWhatLiesBehindOrIsHandedIn() {
    province("AMD", "AMD.1", "AMD.2", "AMD.3", "AMD.4", "AMD.5");
    String planId = issue("AMD", communesBut("AMD.3", "AMD.4"));
    ReportId submitted = ReportId.of(planId, "R1", "2026", "AMD.2");
    commands.give(new SubmitReport(submitted, "Đã làm", List.of()), Given.official("AMD.2"));
    merge("AMD.3", "AMD.1");
    untilOwedBy(TaskId.of(planId, "A1", "AMD.1").value(), "AMD.3");
    untilOwedBy(ReportId.of(planId, "R1", "2026", "AMD.1").value(), "AMD.3");
    Assignees others = communesBut("AMD.2", "AMD.5");
    amend(planId, "AMD", task(others, OLD_DAY), report("AMD", others, 14));
    assertThat(followed(planId))
        .containsExactly(
            "report-opened AMD.4 2026",
            "report-withdrawn AMD.5 2026",
            "task-assigned AMD.4 A1",
            "task-cancelled AMD.2 A1",
            "task-cancelled AMD.5 A1");
  }

  @Test
  void whatIsAskedForAgainIsOwedByWhoeverTookOverMeanwhile() {
    province("AMH", "AMH.1", "AMH.2", "AMH.3");
    String planId = issue("AMH", communesBut());
    Assignees first = communesBut("AMH.2", "AMH.3");
    amend(planId, "AMH", task(first, OLD_DAY), report("AMH", first, 14));
    LocalDate merged = LocalDate.of(2026, 4, 1);
    register("AMH.X", AgencyLevel.COMMUNE, "AMH", merged);
    merge(merged, "AMH.X", "AMH.2");
    LocalDate back = LocalDate.of(2026, 5, 4);
    Assignees more = communesBut("AMH.3");
    amend(planId, "AMH", back, task(more, OLD_DAY), report("AMH", more, 14));
    untilRolledOut(planId, 3);
    ReportId report = ReportId.of(planId, "R1", "2026", "AMH.2");
    TaskId task = TaskId.of(planId, "A1", "AMH.2");
    assertThat(story(report.value()))
        .containsExactly(
            "report-opened AMH.2 2025-12-15", "report-withdrawn", "report-opened AMH.X 2026-05-04");
    assertThat(story(task.value()))
        .containsExactly(
            "task-assigned AMH.2 2024-02-28", "task-cancelled", "task-assigned AMH.X 2026-05-04");
    untilKnownAsOwedBy(report.value(), "AMH.X");
    untilKnownAsOwedBy(task.value(), "AMH.X");
    assertThat(
            commands
                .give(new SubmitReport(report, "Đã làm", List.of()), Given.official("AMH.X"))
                .events())
        .containsExactly("report-submitted");
    begin(task, "AMH.X");
    assertThat(story(ReportId.of(planId, "R1", "2026", "AMH.3").value()))
        .containsExactly("report-opened AMH.3 2025-12-15", "report-withdrawn");
  }

  @Test
  void whatIsAskedForAgainFromADayBeforeTheMergerGoesTheWayOfAllOthers() {
    province("AMI", "AMI.1", "AMI.2");
    String planId = issue("AMI", communesBut());
    Assignees first = communesBut("AMI.2");
    amend(planId, "AMI", task(first, OLD_DAY), report("AMI", first, 14));
    LocalDate merged = LocalDate.of(2026, 4, 1);
    register("AMI.X", AgencyLevel.COMMUNE, "AMI", merged);
    merge(merged, "AMI.X", "AMI.2");
    LocalDate back = LocalDate.of(2026, 3, 20);
    amend(planId, "AMI", back, task(communesBut(), OLD_DAY), report("AMI", communesBut(), 14));
    untilRolledOut(planId, 3);
    for (String id :
        List.of(
            ReportId.of(planId, "R1", "2026", "AMI.2").value(),
            TaskId.of(planId, "A1", "AMI.2").value())) {
      untilOwedBy(id, "AMI.X");
      assertThat(story(id)).contains(name(id) + " AMI.2 2026-03-20");
      untilKnownAsOwedBy(id, "AMI.X");
    }
  }

  private String name(String id) {
    return story(id).getFirst().replaceFirst(" .*", "");
  }

  /** What happened to a duty, with whom it was charged and since when. */
  private List<String> story(String id) {
    return jdbc.sql(
            """
            select concat_ws(' ', name, payload->>'agency', payload->>'since') from store.event
             where aggregate_id = ? order by sequence
            """)
        .param(id)
        .query(String.class)
        .list();
  }

  /** Waits until all that looks after open duties knows that one as open with that agency. */
  private void untilKnownAsOwedBy(String id, String agency) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    jdbc.sql(
                            """
                            select concat_ws(' ', d.open, m.owed, m.agency, o.open)
                              from command.duty d
                              join command.due_moment m on m.subject = d.id
                              join command.open_duty o on o.duty = d.id and o.agency = m.agency
                             where d.id = ?
                            """)
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("t t " + agency + " t"));
  }

  @Test
  void whoWasMovedAwayIsLetGoByWordsThatBoundItBeforeAndNowDoNot() {
    province("AME", "AME.1", "AME.2", "AME.3");
    province("AMF");
    String planId = issue("AME", communesBut());
    commands.give(new MoveAgency("AME.2", "AMF", REFORM, "NQ 202/2025/QH15"), ADMIN);
    commands.give(new MoveAgency("AME.3", "AMF", REFORM, "NQ 202/2025/QH15"), ADMIN);
    Assignees others = communesBut("AME.2");
    amend(planId, "AME", task(others, OLD_DAY), report("AME", others, 14));
    assertThat(followed(planId))
        .containsExactly("report-withdrawn AME.2 2026", "task-cancelled AME.2 A1");
  }

  @Test
  void whoCameAfterTheIssueIsBoundOnlyByWhatAnAmendmentNamesAnew() {
    province("AMG", "AMG.1");
    String planId = issue("AMG", communesBut());
    register("AMG.2", AgencyLevel.COMMUNE, "AMG", REFORM);
    register("AMG.D", AgencyLevel.DISTRICT, "AMG", REFORM);
    Assignees districtsToo =
        new Assignees(
            List.of(),
            List.of(
                new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.COMMUNE),
                new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.DISTRICT)),
            List.of());
    amend(planId, "AMG", task(communesBut(), NEW_DAY), report("AMG", districtsToo, 14));
    assertThat(followed(planId))
        .containsExactly(
            "report-opened AMG.D 2026", "task-rescheduled AMG.1 A1 2026-06-30 2026-08-31");
  }
}
