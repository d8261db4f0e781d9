package plantrail.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.official;
import static plantrail.command.Given.plans;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.platform.Taken;
import plantrail.command.report.domain.Report;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportRevised;
import plantrail.kernel.report.ReportSubmitted;

class ReportFiguresSpec {
  private static final PlanIssued PLAN =
      planWith(
          indicator("files", IndicatorType.INTEGER, true),
          indicator("money", IndicatorType.MONEY, false),
          indicator("share", IndicatorType.PERCENTAGE, false),
          indicator("model", IndicatorType.YES_NO, false));

  private static Indicator indicator(String id, IndicatorType type, boolean required) {
    return new Indicator(id, id, type, null, Gathering.LATEST, null, null, null, required);
  }

  private static PlanIssued planWith(Indicator... form) {
    ReportingRule rule = Given.quarterly();
    return Given.planWith(
        new ReportingRule(
            rule.id(),
            rule.title(),
            rule.frequency(),
            rule.window(),
            rule.reporters(),
            rule.due(),
            rule.addressees(),
            List.of(form)));
  }

  private static Report opened() {
    List<ReportEvent> events =
        new OpenReport(PLAN.planId(), Given.quarterly().id(), DISTRICT, "2024-Q2", null, null)
            .decide(null, official(PROVINCE), WHEN, plans(PLAN), AGENCIES);
    return Report.evolve(null, events.getFirst(), new Taken("x", Given.TODAY));
  }

  private static List<ReportEvent> submit(Report report, Figure... figures) {
    return new SubmitReport(new ReportId(report.opened().reportId()), "Kết quả", List.of(figures))
        .decide(report, official(DISTRICT), WHEN);
  }

  @Test
  void aNumberIsNotBelowZeroUnlessTheFormSaysSo() {
    Refused.forFields(
        () ->
            submit(opened(), figure("files", "-1"), figure("money", "-5"), figure("share", "-0.5")),
        "figures[0].value",
        "figures[1].value",
        "figures[2].value");
    Indicator files = indicator("files", IndicatorType.INTEGER, true);
    Indicator fromMinusTen =
        new Indicator(
            files.id(),
            files.name(),
            files.type(),
            null,
            files.rollUp(),
            null,
            null,
            null,
            true,
            BigDecimal.TEN.negate());
    assertThat(fromMinusTen.reaches("-10")).isTrue();
    assertThat(fromMinusTen.reaches("-11")).isFalse();
    assertThat(files.reaches("0")).isTrue();
  }

  @Test
  void aRatioIsTheOneOfTheFiguresThatItIsStatedWithAsFarAsItsDecimalsShow() {
    PlanIssued plan =
        planWith(
            summed("done"),
            summed("all"),
            new Indicator(
                "share",
                "share",
                IndicatorType.PERCENTAGE,
                null,
                Gathering.RATIO_OF_SUMS,
                null,
                "done",
                "all",
                false));
    Report report =
        Report.evolve(
            null,
            new OpenReport(plan.planId(), Given.quarterly().id(), DISTRICT, "2024-Q2", null, null)
                .decide(null, official(PROVINCE), WHEN, plans(plan), AGENCIES)
                .getFirst(),
            new Taken("x", Given.TODAY));
    Figure done = figure("done", "2");
    for (String share : List.of("66.67", "66.66", "66.7", "67", "66")) {
      assertThat(submit(report, done, figure("all", "3"), figure("share", share)))
          .as(share)
          .hasSize(1);
    }
    for (String share : List.of("66.5", "68", "66.670", "0", "100")) {
      Refused.forFields(
          () -> submit(report, done, figure("all", "3"), figure("share", share)),
          "figures[2].value");
    }
    assertThat(submit(report, done, figure("all", "0"), figure("share", "9"))).hasSize(1);
    assertThat(submit(report, done, figure("share", "9"))).hasSize(1);
    Refused.forFields(
        () -> submit(report, figure("done", "two"), figure("all", "3"), figure("share", "9")),
        "figures[0].value");
  }

  private static Indicator summed(String id) {
    return new Indicator(
        id, id, IndicatorType.INTEGER, null, Gathering.SUM, null, null, null, false);
  }

  private static Figure figure(String indicator, String value) {
    return new Figure(indicator, value);
  }

  @Test
  void aReportKeepsTheFormOfItsRuleAndTakesFiguresThatAnswerIt() {
    Report report = opened();
    assertThat(report.opened().form()).isEqualTo(PLAN.reportingRules().getFirst().form());
    List<Figure> figures =
        List.of(
            figure("files", "1200"),
            figure("money", "150000000"),
            figure("share", "98.5"),
            figure("model", "true"));
    assertThat(submit(report, figures.toArray(Figure[]::new)))
        .containsExactly(
            new ReportSubmitted(report.opened().reportId(), "Kết quả", TODAY, figures));
  }

  @Test
  void aNumberIsTheSameHoweverItIsWritten() {
    Report report = opened();
    ReportSubmitted submitted =
        (ReportSubmitted)
            submit(report, figure("files", "0095"), figure("share", "95.0")).getFirst();
    assertThat(submitted.figures()).containsExactly(figure("files", "95"), figure("share", "95"));
    Report handedIn =
        Report.evolve(report, submitted, new Taken(official(DISTRICT).person(), Given.TODAY));
    assertThat(submit(handedIn, figure("files", "95"), figure("share", "95.00"))).isEmpty();
    assertThat(IndicatorType.DECIMAL.plain("-0.0")).isEqualTo("0");
    assertThat(IndicatorType.DECIMAL.plain("100")).isEqualTo("100");
    assertThat(IndicatorType.TEXT.plain("95.0")).isEqualTo("95.0");
  }

  @Test
  void aReportThatIsSaidAnewTakesFiguresThatAnswerItsNewForm() {
    Report report = opened();
    Report revised =
        Report.evolve(
            report,
            new ReportRevised(
                report.opened().reportId(),
                2,
                "Kết quả",
                report.parties().addressees(),
                List.of(indicator("visits", IndicatorType.INTEGER, true)),
                "Điều chỉnh",
                "QĐ 6"),
            new Taken("x", Given.TODAY));
    assertThat(submit(revised, figure("visits", "7"))).hasSize(1);
    Refused.forFields(
        () -> submit(revised, figure("visits", "7"), figure("files", "1")), "figures[1].indicator");
  }

  @Test
  void aFigureIsOfItsIndicatorsTypeOfTheFormAndThereOnce() {
    Report report = opened();
    Refused.forFields(() -> submit(report), "figures");
    Refused.forFields(() -> submit(report, figure("files", "12,5")), "figures[0].value");
    Refused.forFields(
        () -> submit(report, figure("files", "1"), figure("share", "nhiều")), "figures[1].value");
    Refused.forFields(
        () -> submit(report, figure("files", "1"), figure("model", "có")), "figures[1].value");
    Refused.forFields(
        () -> submit(report, figure("files", "1"), figure("money", "1.5")), "figures[1].value");
    Refused.forFields(
        () -> submit(report, figure("files", "1"), figure("other", "1")), "figures[1].indicator");
    Refused.forFields(
        () -> submit(report, figure("files", "1"), figure("files", "2")), "figures[1].indicator");
  }
}
