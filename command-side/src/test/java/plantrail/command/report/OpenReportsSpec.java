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
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.agency.domain.Agency;
import plantrail.command.report.domain.Report;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.report.openreports.OpenReports;
import plantrail.command.report.revisereport.ReviseReport;
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
    return call.decide(actor, WHEN, plans(plan), AGENCIES, OpenReportsSpec::reached);
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

  @Test
  void whatIsOpenedHasTheTitleOfTheCall() {
    OpenReport one = decide(call(named(DISTRICT)), PLAN, official(HOME_AFFAIRS)).getFirst();
    assertThat(one.decide(null, official(HOME_AFFAIRS), WHEN, plans(PLAN), AGENCIES))
        .singleElement()
        .isInstanceOfSatisfying(
            ReportOpened.class, opened -> assertThat(opened.title()).isEqualTo(STORM));
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
                    OpenReportsSpec::reached),
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
                    OpenReportsSpec::reached));
  }

  @Test
  void anAmendmentLeavesTheTitleOfTheCall() {
    ReportOpened opened =
        (ReportOpened)
            decide(call(named(DISTRICT)), PLAN, official(HOME_AFFAIRS))
                .getFirst()
                .decide(null, official(HOME_AFFAIRS), WHEN, plans(PLAN), AGENCIES)
                .getFirst();
    var report = Report.evolve(null, opened, "p.HGI.SNV", Given.NOW);
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
