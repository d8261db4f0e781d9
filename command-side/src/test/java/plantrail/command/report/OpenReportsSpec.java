package plantrail.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.official;
import static plantrail.command.Given.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.agency.domain.Agency;
import plantrail.command.platform.Taken;
import plantrail.command.report.domain.OwedReports;
import plantrail.command.report.domain.Report;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.report.openreports.OpenReports;
import plantrail.command.report.revisereport.ReviseReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRevised;

class OpenReportsSpec {
  private static final String STORM = "Báo cáo nhanh thiệt hại do bão số 3";
  private static final LocalDate DUE = TODAY.plusDays(3);
  private static final ReportingRule ON_DEMAND =
      new ReportingRule(
          "R3",
          "Báo cáo đột xuất",
          Frequency.ON_DEMAND,
          Window.CALENDAR,
          named(DISTRICT, OTHER_DISTRICT),
          null,
          Given.quarterly().addressees());
  private static final PlanIssued PLAN = Given.planWith(ON_DEMAND);

  private static final OwedReports NONE = (_, _, _) -> List.of();

  private static Assignees named(String... agencies) {
    return new Assignees(List.of(agencies), List.of(), List.of());
  }

  private static OpenReports call(@Nullable Assignees reporters) {
    return new OpenReports(PLAN.planId(), "R3", reporters, "2024-W37", STORM, DUE);
  }

  /** Nobody but those who are named. */
  private static Set<String> reached(Assignees called, String issuer, LocalDate day) {
    return new TreeSet<>(called.agencies());
  }

  private static List<OpenReport> decide(OpenReports call, PlanIssued plan, Actor actor) {
    return call.decide(actor, WHEN, plans(plan), AGENCIES, OpenReportsSpec::reached, NONE);
  }

  @Test
  void theFocalAgencyAndTheIssuerCallOnManyUnderATitleOfItsOwn() {
    for (String agency : List.of(HOME_AFFAIRS, PROVINCE)) {
      assertThat(decide(call(named(OTHER_DISTRICT, HOME_AFFAIRS)), PLAN, official(agency)))
          .extracting(OpenReport::agency, OpenReport::title, OpenReport::period, OpenReport::due)
          .containsExactlyInAnyOrder(
              new Tuple(HOME_AFFAIRS, STORM, "2024-W37", DUE),
              new Tuple(OTHER_DISTRICT, STORM, "2024-W37", DUE));
    }
  }

  @Test
  void whoIsNotNamedInTheCallIsFoundInTheRuleAndTheDayIsThatOfTheCall() {
    var call = new OpenReports(PLAN.planId(), "R3", null, null, null, DUE);
    assertThat(decide(call, PLAN, official(HOME_AFFAIRS)))
        .extracting(OpenReport::agency, OpenReport::period)
        .containsExactlyInAnyOrder(
            new Tuple(DISTRICT, TODAY.toString()), new Tuple(OTHER_DISTRICT, TODAY.toString()));
  }

  /** Reports of a plan as they were called for. */
  @SafeVarargs
  private static OwedReports owed(List<OpenReport>... calls) {
    List<ReportOpened> opened =
        Stream.of(calls)
            .flatMap(List::stream)
            .flatMap(call ->
                call.decide(null, official(HOME_AFFAIRS), WHEN, plans(PLAN), AGENCIES).stream())
            .map(ReportOpened.class::cast)
            .toList();
    return (_, _, period) ->
        opened.stream()
            .filter(each -> each.period().equals(period))
            .map(each -> Report.evolve(null, each, new Taken(HOME_AFFAIRS, WHEN.day())))
            .toList();
  }

  private static List<OpenReport> today(@Nullable String title, OwedReports owed) {
    return new OpenReports(PLAN.planId(), "R3", null, null, title, DUE)
        .decide(
            official(HOME_AFFAIRS), WHEN, plans(PLAN), AGENCIES, OpenReportsSpec::reached, owed);
  }

  @Test
  void aCallUnderAnotherTitleOnTheSameDayIsOneOfItsOwnAndTheSameOneIsTheSame() {
    List<OpenReport> storm = today(STORM, NONE);
    List<OpenReport> flood = today("Báo cáo nhanh về lũ", owed(storm));
    assertThat(storm).extracting(OpenReport::period).containsOnly(TODAY.toString());
    assertThat(flood).extracting(OpenReport::period).containsOnly(TODAY + ".2");
    OwedReports both = owed(storm, flood);
    assertThat(today(STORM, both)).isEqualTo(storm);
    assertThat(today("Báo cáo nhanh về lũ", both)).isEqualTo(flood);
    assertThat(today(null, both)).extracting(OpenReport::period).containsOnly(TODAY + ".3");
  }

  @Test
  void aPeriodicReportIsOwedOnce() {
    PlanIssued periodic = Given.plan();
    var call = new OpenReports(periodic.planId(), "R1", named(DISTRICT), "2025-Q1.2", null, null);
    Refused.forFields(() -> decide(call, periodic, official(HOME_AFFAIRS)), "period");
  }

  @Test
  void whatIsOpenedHasTheTitleOfTheCall() {
    OpenReport one = decide(call(named(DISTRICT)), PLAN, official(HOME_AFFAIRS)).getFirst();
    assertThat(one.decide(null, official(HOME_AFFAIRS), WHEN, plans(PLAN), AGENCIES))
        .singleElement()
        .isInstanceOfSatisfying(
            ReportOpened.class, opened -> assertThat(opened.title()).isEqualTo(STORM));
  }

  @Test
  void whatSomebodyCallsForStandsSinceTheDayOfTheCallAndIsNotHandedInBefore() {
    OpenReport call = decide(call(named(DISTRICT)), PLAN, official(HOME_AFFAIRS)).getFirst();
    for (LocalDate day : List.of(TODAY, TODAY.minusDays(2))) {
      ReportOpened opened =
          (ReportOpened)
              call.decide(
                      null,
                      official(HOME_AFFAIRS),
                      day.equals(TODAY) ? WHEN : Given.on(day),
                      plans(PLAN),
                      AGENCIES)
                  .getFirst();
      assertThat(opened.since()).isEqualTo(day);
      Report report = Report.evolve(null, opened, new Taken("p.HGI.SNV", Given.TODAY));
      var submit = new SubmitReport(new ReportId(opened.reportId()), "Không thiệt hại", List.of());
      assertThat(submit.decide(report, official(DISTRICT), Given.on(day))).hasSize(1);
      Refused.forFields(
          () -> submit.decide(report, official(DISTRICT), Given.on(day.minusDays(1))),
          "happenedOn");
    }
  }

  @Test
  void nobodyIsCalledOnForADayThatHasPassed() {
    var late = new OpenReports(PLAN.planId(), "R3", null, "2024-W37", STORM, TODAY.minusDays(1));
    Refused.forFields(() -> decide(late, PLAN, official(HOME_AFFAIRS)), "due");
    Refused.forFields(
        () ->
            new OpenReport(PLAN.planId(), "R3", DISTRICT, "2024-W37", STORM, TODAY.minusDays(1))
                .decide(null, official(HOME_AFFAIRS), WHEN, plans(PLAN), AGENCIES),
        "due");
    var today = new OpenReports(PLAN.planId(), "R3", null, "2024-W37", STORM, TODAY);
    assertThat(decide(today, PLAN, official(HOME_AFFAIRS))).hasSize(2);
  }

  @Test
  void calledForAgainOnALaterDayItStandsAsItDoes() {
    var call = new OpenReport(PLAN.planId(), "R3", DISTRICT, "2024-W37", STORM, DUE);
    var first =
        call.decide(
                null, official(HOME_AFFAIRS), Given.on(TODAY.minusDays(2)), plans(PLAN), AGENCIES)
            .getFirst();
    Report report = Report.evolve(null, first, new Taken("p.HGI.SNV", Given.TODAY));
    assertThat(call.decide(report, official(HOME_AFFAIRS), WHEN, plans(PLAN), AGENCIES)).isEmpty();
  }

  @Test
  void whoMayNotBeCalledOnIsNamedAndNobodyIsCalledOn() {
    Refused.forFields(
        () -> decide(call(named(DISTRICT, "XX")), PLAN, official(HOME_AFFAIRS)),
        "reporters.agencies[1]");
    Refused.forFields(() -> decide(call(named()), PLAN, official(HOME_AFFAIRS)), "reporters");
    Refused.forFields(
        () ->
            call(named("CBA", DISTRICT))
                .decide(
                    official(PROVINCE),
                    WHEN,
                    plans(PLAN),
                    code ->
                        code.equals("CBA")
                            ? Agency.evolve(null, Given.registered("CBA", null))
                            : AGENCIES.agency(code),
                    OpenReportsSpec::reached,
                    NONE),
        "reporters.agencies[0]");
  }

  @Test
  void allThatIsFaultyIsToldAtOnce() {
    var call = new OpenReports(PLAN.planId(), "R3", named("XX"), "2024-W37", " ", LocalDate.EPOCH);
    Refused.forFields(
        () -> decide(call, PLAN, official(HOME_AFFAIRS)), "title", "due", "reporters.agencies[0]");
  }

  @Test
  void aPeriodicReportKeepsTheTitleOfItsRule() {
    PlanIssued periodic = Given.plan();
    var call = new OpenReports(periodic.planId(), "R1", named(DISTRICT), "2025-Q1", STORM, null);
    Refused.forFields(() -> decide(call, periodic, official(HOME_AFFAIRS)), "title");
  }

  @Test
  void nobodyElseCallsAndNobodyUnderAPlanThatIsNotInForce() {
    for (String agency : List.of(DISTRICT, OTHER_DISTRICT)) {
      Refused.with(
          RefusalCode.NOT_PERMITTED, () -> decide(call(named(DISTRICT)), PLAN, official(agency)));
    }
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            call(named(DISTRICT))
                .decide(
                    official(PROVINCE),
                    WHEN,
                    plans(PLAN, PlanStatus.SUSPENDED),
                    AGENCIES,
                    OpenReportsSpec::reached,
                    NONE));
  }

  @Test
  void anAmendmentLeavesTheTitleOfTheCall() {
    ReportOpened opened =
        (ReportOpened)
            decide(call(named(DISTRICT)), PLAN, official(HOME_AFFAIRS))
                .getFirst()
                .decide(null, official(HOME_AFFAIRS), WHEN, plans(PLAN), AGENCIES)
                .getFirst();
    var report = Report.evolve(null, opened, new Taken("p.HGI.SNV", Given.TODAY));
    var direct = List.of(new Addressee(PROVINCE, null));
    assertThat(
            new ReviseReport(
                    new ReportId(opened.reportId()), 2, null, direct, List.of(), "Gọn", "QĐ 6")
                .decide(report, Actor.SYSTEM, WHEN))
        .singleElement()
        .isInstanceOfSatisfying(
            ReportRevised.class, revised -> assertThat(revised.title()).isEqualTo(STORM));
  }
}
