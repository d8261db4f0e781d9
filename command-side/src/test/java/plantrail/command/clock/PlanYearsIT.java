package plantrail.command.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.official;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.plan.amendplan.AmendPlan;
import plantrail.command.plan.concludeplan.ConcludePlan;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.plan.openplanyear.OpenPlanYear;
import plantrail.command.plan.resumeplan.ResumePlan;
import plantrail.command.plan.reviewplan.ReviewPlan;
import plantrail.command.plan.revokeplan.RevokePlan;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.Bound;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.DueMoments;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.ReviewKind;

/** The reports of plans are opened year by year, until they end. */
class PlanYearsIT extends TwoNodes {
  private static final Assignees DEPARTMENTS =
      new Assignees(
          List.of(),
          List.of(new AgencyClass(AgencyKind.DEPARTMENT, AgencyLevel.PROVINCE)),
          List.of());
  private static final DueRule BEFORE_15_DECEMBER =
      DueRule.yearly(Bound.BEFORE, MonthDay.of(12, 15));
  private static final DueRule BEFORE_15_OF_LAST_MONTH = DueRule.ofLastMonth(Bound.BEFORE, 15);

  private static ReportingRule rule(
      String id, Frequency frequency, @Nullable DueRule due, Assignees reporters) {
    return new ReportingRule(
        id,
        "Báo cáo " + id,
        frequency,
        Window.CALENDAR,
        reporters,
        due,
        List.of(new Addressee("HGI", null)));
  }

  private static ReportingRule yearly(Assignees reporters) {
    return rule("R1", Frequency.YEAR, BEFORE_15_DECEMBER, reporters);
  }

  private static ReportingRule quarterly(String id) {
    return rule(id, Frequency.QUARTER, BEFORE_15_OF_LAST_MONTH, unit());
  }

  private static Assignees unit() {
    return new Assignees(List.of("HGI.024"), List.of(), List.of());
  }

  private String issue(String day, @Nullable String end, ReportingRule... rules) {
    return issue(day, day, end, rules);
  }

  private String issue(String today, String day, @Nullable String end, ReportingRule... rules) {
    it(today);
    IssuePlan issue =
        GivenPlan.bare()
            .number(day.substring(2).replace("-", "") + (end == null ? "" : "h"))
            .issuedOn(LocalDate.parse(day))
            .until(end == null ? null : LocalDate.parse(end))
            .reports(rules)
            .issue();
    String id = Given.issue(commands(), issue).id();
    settle();
    return id;
  }

  /** A day comes, and the work that it brings is done. */
  private void comes(String day) {
    it(day);
    work();
  }

  private void give(Object command) {
    commands().give(command, official("HGI"));
    settle();
  }

  /**
   * What was opened, in the order in which it was, each with the day on which that was recorded.
   */
  private List<String> opened(String planId) {
    return jdbc.sql(
            """
            select payload->>'agency' as agency, payload->>'rule' as rule,
                   payload->>'period' as period, payload->>'due' as due, recorded_at
              from store.event where name = 'report-opened' and payload->>'planId' = ?
             order by order_key, place
            """)
        .param(planId)
        .query((row, number) ->
            "%s %s %s %s on %s"
                .formatted(
                    row.getString("agency"),
                    row.getString("rule"),
                    row.getString("period"),
                    row.getString("due"),
                    LocalTime.dayOf(
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())))
        .list();
  }

  private List<String> years(String planId) {
    return jdbc.sql(
            """
            select payload->>'year' || ' from ' || (payload->>'from') from store.event
             where name = 'plan-year-opened' and aggregate_id = ? order by sequence
            """)
        .param(planId)
        .query(String.class)
        .list();
  }

  @Test
  void inFourYearsWithAStopOverTwoNewYearsEachYearIsOpenedOnceAndInOrder() {
    String planId =
        issue(
            "2024-03-01",
            null,
            yearly(DEPARTMENTS),
            rule("R2", Frequency.ON_DEMAND, null, unit()),
            rule("R3", Frequency.YEAR, DueRule.by(LocalDate.of(2024, 6, 1)), unit()));
    live("2024-12-10", "2024-12-20");
    live("2025-11-20", "2025-12-05");
    live("2027-02-10", "2027-02-20");
    live("2027-12-10", "2028-01-10");
    assertThat(opened(planId))
        .containsExactly(
            "HGI.SNV R1 2024 2024-12-14 on 2024-03-01",
            "HGI.STC R1 2024 2024-12-14 on 2024-03-01",
            "HGI.024 R3 2024 2024-06-01 on 2024-03-01",
            "HGI.SNV R1 2025 2025-12-14 on 2024-12-15",
            "HGI.STC R1 2025 2025-12-14 on 2024-12-15",
            "HGI.SNV R1 2026 2026-12-14 on 2027-02-10",
            "HGI.STC R1 2026 2026-12-14 on 2027-02-10",
            "HGI.SNV R1 2027 2027-12-14 on 2027-02-10",
            "HGI.STC R1 2027 2027-12-14 on 2027-02-10",
            "HGI.SNV R1 2028 2028-12-14 on 2027-12-15",
            "HGI.STC R1 2028 2028-12-14 on 2027-12-15");
    assertThat(years(planId))
        .containsExactly(
            "2025 from 2024-12-15",
            "2026 from 2025-12-15",
            "2027 from 2026-12-15",
            "2028 from 2027-12-15");
    assertThat(lapsed(planId, "2026-12-14")).containsExactly("HGI.SNV", "HGI.STC");
  }

  private List<String> lapsed(String planId, String due) {
    return jdbc.sql(
            """
            select o.payload->>'agency' from store.event l
              join store.event o on o.aggregate_id = l.aggregate_id and o.sequence = 0
             where l.name = 'report-lapse-noticed' and l.payload->>'due' = ?
               and o.payload->>'planId' = ? order by 1
            """)
        .params(due, planId)
        .query(String.class)
        .list();
  }

  @Test
  void aPlanOfSeveralYearsOpensEachByTheClockUpToTheDayOnWhichItEnds() {
    String planId =
        issue(
            "2050-08-01",
            "2052-06-30",
            quarterly("R1"),
            rule("R2", Frequency.YEAR, null, unit()),
            rule("R3", Frequency.YEAR, DueRule.by(LocalDate.of(2051, 6, 1)), unit()));
    comes("2050-12-14");
    assertThat(years(planId)).isEmpty();
    comes("2050-12-15");
    comes("2051-12-15");
    comes("2054-01-02");
    assertThat(opened(planId))
        .containsExactly(
            "HGI.024 R1 2050-Q3 2050-09-14 on 2050-08-01",
            "HGI.024 R1 2050-Q4 2050-12-14 on 2050-08-01",
            "HGI.024 R2 2050 null on 2050-08-01",
            "HGI.024 R3 2051 2051-06-01 on 2050-08-01",
            "HGI.024 R1 2051-Q1 2051-03-14 on 2050-12-15",
            "HGI.024 R1 2051-Q2 2051-06-14 on 2050-12-15",
            "HGI.024 R1 2051-Q3 2051-09-14 on 2050-12-15",
            "HGI.024 R1 2051-Q4 2051-12-14 on 2050-12-15",
            "HGI.024 R2 2051 null on 2050-12-15",
            "HGI.024 R1 2052-Q1 2052-03-14 on 2051-12-15",
            "HGI.024 R1 2052-Q2 2052-06-14 on 2051-12-15",
            "HGI.024 R2 2052 null on 2051-12-15");
    assertThat(years(planId)).containsExactly("2051 from 2050-12-15", "2052 from 2051-12-15");
  }

  @Test
  void aPlanThatIsEnteredYearsAfterItsIssueOpensItsPastYearsAtOnceAndInOrder() {
    String planId = issue("2057-02-10", "2055-03-01", "2058-12-31", yearly(unit()));
    work();
    comes("2057-12-15");
    comes("2058-12-15");
    assertThat(opened(planId))
        .containsExactly(
            "HGI.024 R1 2055 2055-12-14 on 2057-02-10",
            "HGI.024 R1 2056 2056-12-14 on 2057-02-10",
            "HGI.024 R1 2057 2057-12-14 on 2057-02-10",
            "HGI.024 R1 2058 2058-12-14 on 2057-12-15");
    assertThat(years(planId))
        .containsExactly("2056 from 2055-12-15", "2057 from 2056-12-15", "2058 from 2057-12-15");
  }

  @Test
  void whatAnAmendmentSaysHoldsForTheYearsThatAreOpenedAfterIt() {
    String planId = issue("2060-03-01", "2062-12-31", yearly(unit()), quarterly("R2"));
    it("2060-07-01");
    give(
        new AmendPlan(
            new PlanId(planId),
            1,
            "Điều chỉnh",
            "Quyết định 900/QĐ-UBND",
            "Điều 1",
            List.of(),
            List.of(),
            List.of(),
            List.of(
                yearly(DEPARTMENTS),
                rule("R3", Frequency.HALF_YEAR, BEFORE_15_OF_LAST_MONTH, unit())),
            List.of()));
    List<String> before = opened(planId);
    comes("2060-12-15");
    comes("2061-12-15");
    comes("2062-12-15");
    assertThat(opened(planId))
        .startsWith(before.toArray(String[]::new))
        .endsWith(
            "HGI.SNV R1 2061 2061-12-14 on 2060-12-15",
            "HGI.STC R1 2061 2061-12-14 on 2060-12-15",
            "HGI.024 R3 2061-H1 2061-06-14 on 2060-12-15",
            "HGI.024 R3 2061-H2 2061-12-14 on 2060-12-15",
            "HGI.SNV R1 2062 2062-12-14 on 2061-12-15",
            "HGI.STC R1 2062 2062-12-14 on 2061-12-15",
            "HGI.024 R3 2062-H1 2062-06-14 on 2061-12-15",
            "HGI.024 R3 2062-H2 2062-12-14 on 2061-12-15")
        .hasSize(before.size() + 8);
    assertThat(before)
        .allSatisfy(report -> assertThat(report).contains(" 2060"))
        .contains("HGI.SNV R1 2060 2060-12-14 on 2060-07-01");
  }

  @Test
  void aYearThatWasOpenedBeforeAKillIsNotOpenedAgain() {
    String planId = issue("2030-03-01", null, quarterly("R1"));
    it("2030-12-15");
    OpenPlanYear opening = new OpenPlanYear(new PlanId(planId), 2031);
    assertThat(commands().give(opening, Actor.SYSTEM).events()).containsExactly("plan-year-opened");
    jdbc.sql(
            "update command.due_moment set due = '2030-12-31', planned = false"
                + " where kind = 'PLAN' and subject = ?")
        .param(planId)
        .update();
    work();
    assertThat(years(planId)).containsExactly("2031 from 2030-12-15");
    assertThat(opened(planId)).hasSize(8).doesNotHaveDuplicates();
  }

  /** Rests once more before the clock has seen that it went on. */
  private void restsAgain(String planId, DueMoments dueMoments, String from, String to) {
    it(from);
    give(new SuspendPlan(new PlanId(planId), "Bão lũ", "CV 4"));
    it(to);
    give(new ResumePlan(new PlanId(planId), dueMoments, "Đã khắc phục", "CV 4"));
    work();
  }

  private String resumed(String issued, DueMoments dueMoments, String... days) {
    String planId = issue(issued, null, quarterly("R1"), rule("R2", Frequency.YEAR, null, unit()));
    it(days[0]);
    give(new SuspendPlan(new PlanId(planId), "Bão lũ", "CV 3"));
    comes(days[1]);
    assertThat(years(planId)).isEmpty();
    it(days[2]);
    give(new ResumePlan(new PlanId(planId), dueMoments, "Đã khắc phục", "CV 3"));
    return planId;
  }

  @Test
  void aSuspendedPlansYearIsOpenedWhenItGoesOnForWhatIsStillToCome() {
    String planId =
        resumed("2032-03-01", DueMoments.KEEP, "2032-12-01", "2032-12-20", "2033-03-20");
    work();
    assertThat(years(planId)).containsExactly("2033 from 2033-03-20");
    assertThat(opened(planId))
        .hasSize(9)
        .endsWith(
            "HGI.024 R1 2033-Q2 2033-06-14 on 2033-03-20",
            "HGI.024 R1 2033-Q3 2033-09-14 on 2033-03-20",
            "HGI.024 R1 2033-Q4 2033-12-14 on 2033-03-20",
            "HGI.024 R2 2033 null on 2033-03-20");
  }

  @Test
  void aYearThatBeganWhileThePlanRestedMovesWithTheShiftAndNothingOfItIsLost() {
    String planId =
        resumed("2072-03-01", DueMoments.SHIFT, "2072-12-01", "2072-12-20", "2073-03-20");
    work();
    assertThat(years(planId)).containsExactly("2073 from 2073-03-20");
    assertThat(opened(planId))
        .hasSize(10)
        .endsWith(
            "HGI.024 R1 2073-Q1 2073-07-01 on 2073-03-20",
            "HGI.024 R1 2073-Q2 2073-10-01 on 2073-03-20",
            "HGI.024 R1 2073-Q3 2074-01-01 on 2073-03-20",
            "HGI.024 R1 2073-Q4 2074-04-02 on 2073-03-20",
            "HGI.024 R2 2073 null on 2073-03-20");
    comes("2073-12-15");
    assertThat(opened(planId))
        .as("a later year is due on the days that the rule names")
        .hasSize(15)
        .contains("HGI.024 R1 2074-Q1 2074-03-14 on 2073-12-15");
  }

  @Test
  void aYearThatIsOpenedAfterTwoRestsMovesWithBoth() {
    String planId =
        resumed("2080-03-01", DueMoments.SHIFT, "2080-12-01", "2080-12-20", "2081-02-01");
    restsAgain(planId, DueMoments.SHIFT, "2081-02-10", "2081-03-02");
    assertThat(years(planId)).containsExactly("2081 from 2081-02-01");
    assertThat(opened(planId))
        .hasSize(10)
        .contains(
            "HGI.024 R1 2081-Q1 2081-06-04 on 2081-03-02",
            "HGI.024 R1 2081-Q4 2082-03-06 on 2081-03-02");
  }

  @Test
  void whatFellDueBetweenTwoRestsIsOwedAndWhatFellDueWithinThemIsNot() {
    String planId =
        resumed("2084-03-01", DueMoments.KEEP, "2084-12-01", "2084-12-20", "2085-03-01");
    restsAgain(planId, DueMoments.KEEP, "2085-03-20", "2085-06-20");
    assertThat(years(planId)).containsExactly("2085 from 2085-03-01");
    assertThat(opened(planId))
        .filteredOn(each -> each.contains("R1 2085"))
        .containsExactly(
            "HGI.024 R1 2085-Q1 2085-03-14 on 2085-06-20",
            "HGI.024 R1 2085-Q3 2085-09-14 on 2085-06-20",
            "HGI.024 R1 2085-Q4 2085-12-14 on 2085-06-20");
  }

  @Test
  void aYearThatBeginsOnTheDayOfTheResumptionDoesNotMove() {
    String planId =
        resumed("2076-03-01", DueMoments.SHIFT, "2076-11-01", "2076-12-14", "2076-12-15");
    work();
    assertThat(years(planId)).containsExactly("2077 from 2076-12-15");
    assertThat(opened(planId))
        .contains(
            "HGI.024 R1 2077-Q1 2077-03-14 on 2076-12-15",
            "HGI.024 R1 2077-Q4 2077-12-14 on 2076-12-15");
  }

  @Test
  void plansThatHaveEndedOrNothingThatRecursOpenNoYear() {
    String limited = issue("2034-03-01", "2034-12-31", quarterly("R1"));
    String once =
        issue(
            "2034-03-02",
            null,
            rule("R1", Frequency.YEAR, DueRule.by(LocalDate.of(2034, 6, 1)), unit()));
    String concluded = issue("2034-03-03", "2036-12-31", quarterly("R1"));
    String revoked = issue("2034-03-04", null, quarterly("R1"));
    String running = issue("2034-03-05", "2036-12-31", quarterly("R1"));
    give(new ReviewPlan(new PlanId(concluded), ReviewKind.FINAL, "Đạt", List.of()));
    give(new ConcludePlan(new PlanId(concluded), "Hoàn thành"));
    give(new RevokePlan(new PlanId(revoked), "Sai thẩm quyền", "Quyết định 9/QĐ-UBND"));
    comes("2035-01-02");
    assertThat(List.of(limited, once, concluded, revoked))
        .allSatisfy(plan -> assertThat(years(plan)).isEmpty());
    assertThat(years(running)).containsExactly("2035 from 2034-12-15");
  }

  @Test
  void amendedRulesCountFromTheAmendmentEvenIfYearsBeforeItAreStillToBeOpened() {
    String planId = issue("2040-03-01", null, yearly(unit()));
    it("2042-07-01");
    give(
        new AmendPlan(
            new PlanId(planId),
            1,
            "Điều chỉnh",
            "Quyết định 900/QĐ-UBND",
            "Điều 1",
            List.of(),
            List.of(),
            List.of(),
            List.of(yearly(unit()), quarterly("R2")),
            List.of()));
    work();
    comes("2042-12-15");
    assertThat(opened(planId))
        .containsExactly(
            "HGI.024 R1 2040 2040-12-14 on 2040-03-01",
            "HGI.024 R1 2041 2041-12-14 on 2042-07-01",
            "HGI.024 R1 2042 2042-12-14 on 2042-07-01",
            "HGI.024 R2 2042-Q3 2042-09-14 on 2042-07-01",
            "HGI.024 R2 2042-Q4 2042-12-14 on 2042-07-01",
            "HGI.024 R1 2043 2043-12-14 on 2042-12-15",
            "HGI.024 R2 2043-Q1 2043-03-14 on 2042-12-15",
            "HGI.024 R2 2043-Q2 2043-06-14 on 2042-12-15",
            "HGI.024 R2 2043-Q3 2043-09-14 on 2042-12-15",
            "HGI.024 R2 2043-Q4 2043-12-14 on 2042-12-15");
  }

  @Test
  void whereAnAgencyWasMergedItsSuccessorOwesOneReportAYear() {
    for (String code : List.of("HGI.X1", "HGI.X2", "HGI.X3")) {
      register(code, AgencyKind.ARMED_FORCE, "HGI");
    }
    String planId =
        issue(
            "2045-03-01",
            null,
            yearly(new Assignees(List.of("HGI.X1", "HGI.X2"), List.of(), List.of())));
    commands()
        .give(
            new MergeAgencies(
                List.of("HGI.X1"),
                "HGI.X3",
                List.of(),
                LocalDate.of(2045, 7, 1),
                "Nghị quyết 1/NQ-HĐND"),
            ADMIN);
    commands()
        .give(
            new MergeAgencies(
                List.of("HGI.X2"),
                "HGI.X3",
                List.of(),
                LocalDate.of(2046, 7, 1),
                "Nghị quyết 2/NQ-HĐND"),
            ADMIN);
    comes("2045-12-15");
    comes("2046-12-15");
    assertThat(opened(planId))
        .containsExactly(
            "HGI.X1 R1 2045 2045-12-14 on 2045-03-01",
            "HGI.X2 R1 2045 2045-12-14 on 2045-03-01",
            "HGI.X3 R1 2046 2046-12-14 on 2045-12-15",
            "HGI.X2 R1 2046 2046-12-14 on 2045-12-15",
            "HGI.X3 R1 2047 2047-12-14 on 2046-12-15");
  }
}
