package plantrail.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.colleague;
import static plantrail.command.Given.official;
import static plantrail.command.Given.on;
import static plantrail.command.Given.plan;
import static plantrail.command.Given.plans;
import static plantrail.command.Given.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.domain.Report;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.report.returnreport.ReturnReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.ReportWithdrawn;

class ReportSpec {
  private static final String ID = Given.opened().reportId();
  private static final ReportId REPORT = new ReportId(ID);
  private static final String BY = "p." + DISTRICT;

  private static final LocalDate SOON = TODAY.plusDays(3);

  private static OpenReport open(String rule, String period, String agency) {
    return new OpenReport(plan().planId(), rule, agency, period, null, null);
  }

  @Test
  void anOpenedReportFallsDueAsTheRuleSays() {
    assertThat(
            open("R1", "2024-Q3", DISTRICT)
                .decide(null, official(HOME_AFFAIRS), WHEN, plans(plan()), AGENCIES))
        .singleElement()
        .isInstanceOfSatisfying(
            ReportOpened.class,
            opened -> {
              assertThat(opened.due()).isEqualTo("2024-09-14");
              assertThat(opened.periodFrom()).isEqualTo("2024-06-15");
              assertThat(opened.periodTo()).isEqualTo("2024-09-14");
              assertThat(opened.addressees().getFirst().channel()).isEqualTo(HOME_AFFAIRS);
            });
  }

  @Test
  void theSamePersonSayingTheSameAgainChangesNothingAndAnybodyElseIsToldWhatIsTheCase() {
    Report returned =
        report(
            new ReportSubmitted(ID, "Đã gửi", TODAY, List.of()),
            BY,
            new ReportReturned(ID, "Thiếu số liệu"),
            "p." + PROVINCE);
    ReturnReport again = new ReturnReport(REPORT, "Thiếu số liệu");
    assertThat(again.decide(returned, official(PROVINCE), WHEN)).isEmpty();
    Refused.with(
        RefusalCode.INVALID_STATE, () -> again.decide(returned, colleague(PROVINCE), WHEN));
  }

  @Test
  void openingTheSameAgainForAnotherReasonChangesNothing() {
    assertThat(
            new OpenReport(
                    plan().planId(), "R1", DISTRICT, "2024-Q2", null, null, "Nhắc lại", "CV 2")
                .decide(report(), official(PROVINCE), WHEN, plans(plan()), AGENCIES))
        .isEmpty();
  }

  @Test
  void openingTheSameAgainChangesNothing() {
    assertThat(
            new OpenReport(plan().planId(), "R1", DISTRICT, "2024-Q2", null, null)
                .decide(report(), official(PROVINCE), WHEN, plans(plan()), AGENCIES))
        .isEmpty();
  }

  @Test
  void whatWasWithdrawnIsOpenedAgainAndThenTheSameAgainChangesNothing() {
    OpenReport open =
        new OpenReport(plan().planId(), "R1", DISTRICT, "2024-Q2", null, SOON, "Làm sớm", "CV 2");
    Report withdrawn =
        Report.evolve(report(), new ReportWithdrawn(ID, "nhầm", null), new Taken(BY, WHEN.day()));
    ReportOpened opened =
        (ReportOpened)
            open.decide(withdrawn, official(PROVINCE), WHEN, plans(plan()), AGENCIES).getFirst();
    assertThat(opened.oldDue()).isEqualTo(report().due());
    assertThat(opened.movesDue()).isTrue();
    assertThat(opened.reason()).isEqualTo("Làm sớm");
    assertThat(opened.basis()).isEqualTo("CV 2");
    Report again = Report.evolve(withdrawn, opened, new Taken(BY, WHEN.day()));
    assertThat(again.state()).isEqualTo(ReportState.OPEN);
    assertThat(open.decide(again, official(PROVINCE), WHEN, plans(plan()), AGENCIES)).isEmpty();
    assertThat(again.openAgain(opened, Actor.SYSTEM)).isEmpty();
    assertThat(withdrawn.openAgain(opened, Actor.SYSTEM)).containsExactly(opened);
  }

  @Test
  void whoeverOpensAgainWithAnotherDayThanWasInForceSaysWhyAndByWhichDocument() {
    Report withdrawn =
        Report.evolve(report(), new ReportWithdrawn(ID, "nhầm", null), new Taken(BY, WHEN.day()));
    Refused.forFields(() -> opened(withdrawn, SOON), "reason", "basis");
    assertThat(opened(withdrawn, report().due())).hasSize(1);
  }

  private static List<ReportEvent> opened(Report withdrawn, @Nullable LocalDate due) {
    return new OpenReport(plan().planId(), "R1", DISTRICT, "2024-Q2", null, due)
        .decide(withdrawn, official(PROVINCE), WHEN, plans(plan()), AGENCIES);
  }

  @Test
  void nothingIsOpenedAgainBeforeItWasWithdrawn() {
    OpenReport open =
        new OpenReport(plan().planId(), "R1", DISTRICT, "2024-Q2", null, SOON, "Làm sớm", "CV 2");
    LocalDate day = TODAY.minusDays(4);
    Report withdrawn =
        Report.evolve(report(), new ReportWithdrawn(ID, "nhầm", null), new Taken(BY, day));
    Refused.forFields(
        () ->
            open.decide(
                withdrawn, official(PROVINCE), on(day.minusDays(1)), plans(plan()), AGENCIES),
        "happenedOn");
    assertThat(open.decide(withdrawn, official(PROVINCE), on(day), plans(plan()), AGENCIES))
        .singleElement()
        .isInstanceOfSatisfying(
            ReportOpened.class, again -> assertThat(again.since()).isEqualTo(day));
  }

  @Test
  void anUnknownRuleOrPeriodOrAgencyIsRefused() {
    Refused.forFields(
        () ->
            open("R9", "2024-Q3", DISTRICT)
                .decide(null, official(PROVINCE), WHEN, plans(plan()), AGENCIES),
        "rule");
    Refused.forFields(
        () ->
            open("R1", "Q3", DISTRICT)
                .decide(null, official(PROVINCE), WHEN, plans(plan()), AGENCIES),
        "period");
    Refused.forFields(
        () ->
            open("R1", "2024-Q3", "XX")
                .decide(null, official(PROVINCE), WHEN, plans(plan()), AGENCIES),
        "agency");
  }

  @Test
  void aPeriodIsOfTheRulesFrequencyAndWithinReach() {
    for (String period : List.of("2024", "2024-H1", "2024-M07", "0000-Q1", "9999-Q1")) {
      Refused.forFields(
          () ->
              open("R1", period, DISTRICT)
                  .decide(null, official(PROVINCE), WHEN, plans(plan()), AGENCIES),
          "period");
    }
  }

  @Test
  void aRuleOfAFixedDateGivesItsDay() {
    ReportingRule rule = Given.quarterly();
    PlanIssued plan =
        Given.planWith(
            new ReportingRule(
                "R2",
                rule.title(),
                Frequency.ON_DEMAND,
                rule.window(),
                rule.reporters(),
                DueRule.before(LocalDate.of(2024, 11, 30)),
                rule.addressees()));
    assertThat(
            open("R2", "2024-Q4", DISTRICT)
                .decide(null, official(PROVINCE), WHEN, plans(plan), AGENCIES))
        .singleElement()
        .isInstanceOfSatisfying(
            ReportOpened.class, opened -> assertThat(opened.due()).isEqualTo("2024-11-29"));
  }

  @Test
  void whatWasReturnedIsNotHandedInAgainOnADayBeforeItsReturn() {
    Report handedIn =
        Report.evolve(
            report(), new ReportSubmitted(ID, "Nháp", TODAY, List.of()), new Taken(BY, TODAY));
    Report returned =
        Report.evolve(handedIn, new ReportReturned(ID, "Thiếu số"), new Taken(BY, TODAY));
    SubmitReport command = new SubmitReport(REPORT, "Kết quả", List.of());
    Refused.forFields(
        () -> command.decide(returned, official(DISTRICT), on(TODAY.minusDays(1))), "happenedOn");
    assertThat(command.decide(returned, official(DISTRICT), on(TODAY))).hasSize(1);
  }

  @Test
  void whoMayNotHandInIsToldSoBeforeTheDayIsLookedAt() {
    LocalDate tomorrow = TODAY.plusDays(1);
    SubmitReport command = new SubmitReport(REPORT, "Kết quả", List.of());
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> command.decide(report(), official(OTHER_DISTRICT), on(tomorrow)));
    Refused.forFields(
        () -> command.decide(report(), official(DISTRICT), on(tomorrow)), "happenedOn");
  }

  @Test
  void onlyTheAgencyThatOwesItHandsItIn() {
    assertThat(
            new SubmitReport(REPORT, "Kết quả", List.of())
                .decide(report(), official(DISTRICT), WHEN))
        .containsExactly(new ReportSubmitted(ID, "Kết quả", TODAY, List.of()));
    for (String agency : List.of(OTHER_DISTRICT, HOME_AFFAIRS, PROVINCE)) {
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () ->
              new SubmitReport(REPORT, "Kết quả", List.of())
                  .decide(report(), official(agency), WHEN));
    }
  }

  private static Report owed(ReportingRule rule, String period, LocalDate due) {
    return Report.evolve(
        null,
        OpenReport.opened(
            plan(), rule, rule.title(), DISTRICT, Period.parse(period), due, Given.ISSUED),
        new Taken(BY, Given.ISSUED));
  }

  private static List<ReportEvent> submitted(Report report, ReportingRule rule, Occurrence when) {
    return new SubmitReport(new ReportId(report.opened().reportId()), "Kết quả", List.of())
        .decide(report, official(DISTRICT), when, plans(Given.planWith(rule)));
  }

  @Test
  void nothingIsHandedInBeforeItsPeriodBegins() {
    ReportingRule quarterly = Given.quarterly();
    Report later = owed(quarterly, "2024-Q3", LocalDate.of(2024, 9, 14));
    LocalDate begins = LocalDate.of(2024, 6, 15);
    Refused.with(RefusalCode.INVALID_STATE, () -> submitted(later, quarterly, WHEN));
    Occurrence within = Occurrence.at(LocalTime.startOf(begins));
    assertThat(submitted(later, quarterly, within)).hasSize(1);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            submitted(
                later, quarterly, new Occurrence(within.now(), begins.minusDays(1), null, 7)));
    Report sooner = owed(quarterly, "2024-Q3", begins.minusDays(1));
    assertThat(submitted(sooner, quarterly, WHEN)).hasSize(1);
  }

  @Test
  void whatIsCalledForOnDemandIsHandedInFromTheCallOnWhateverItIsAbout() {
    ReportingRule rule = Given.quarterly();
    ReportingRule onDemand =
        new ReportingRule(
            "R2",
            rule.title(),
            Frequency.ON_DEMAND,
            rule.window(),
            rule.reporters(),
            null,
            rule.addressees());
    Report called = owed(onDemand, "2024-Q3", LocalDate.of(2024, 9, 14));
    assertThat(submitted(called, onDemand, WHEN)).hasSize(1);
  }

  @Test
  void theChannelAgencyAcceptsOrReturnsWhatWasHandedIn() {
    var submitted = report(new ReportSubmitted(ID, "Kết quả", TODAY, List.of()), BY);
    assertThat(new AcceptReport(REPORT, null).decide(submitted, official(HOME_AFFAIRS), WHEN))
        .containsExactly(new ReportAccepted(ID, null));
    assertThat(
            new ReturnReport(REPORT, "Thiếu số liệu")
                .decide(submitted, official(HOME_AFFAIRS), WHEN))
        .containsExactly(new ReportReturned(ID, "Thiếu số liệu"));
  }

  @Test
  void whatWasNotHandedInCannotBeAccepted() {
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new AcceptReport(REPORT, null).decide(report(), official(HOME_AFFAIRS), WHEN));
  }

  @Test
  void aReturnedReportIsHandedInAgain() {
    var returned =
        report(
            new ReportSubmitted(ID, "Kết quả", TODAY, List.of()),
            BY,
            new ReportReturned(ID, "Thiếu số liệu"),
            "p." + HOME_AFFAIRS);
    assertThat(
            new SubmitReport(REPORT, "Đã bổ sung", List.of())
                .decide(returned, official(DISTRICT), WHEN))
        .hasSize(1);
  }
}
