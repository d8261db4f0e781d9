package plantrail.command.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.FINANCE;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.colleague;
import static plantrail.command.Given.official;
import static plantrail.command.Given.plans;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.consolidation.consolidatereports.ConsolidateReports;
import plantrail.command.consolidation.correctconsolidation.CorrectConsolidation;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.command.consolidation.forwardconsolidation.ForwardConsolidation;
import plantrail.command.consolidation.renewconsolidation.RenewConsolidation;
import plantrail.command.consolidation.returnconsolidation.ReturnConsolidation;
import plantrail.command.consolidation.transferconsolidation.TransferConsolidation;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Taken;
import plantrail.command.report.domain.OwedReports;
import plantrail.command.report.domain.Report;
import plantrail.command.report.openreport.OpenReport;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.consolidation.Asked;
import plantrail.kernel.consolidation.ConsolidationCorrected;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationForwarded;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.ConsolidationReturned;
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.consolidation.ConsolidationTransferred;
import plantrail.kernel.consolidation.Correction;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.Gathered.CameIn;
import plantrail.kernel.consolidation.Gathered.Missing;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportRevised;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.ReportTransferred;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;

class ConsolidationSpec {
  static final String PERIOD = "2024-Q2";
  static final PlanIssued PLAN = plan();
  static final String RULE = Given.quarterly().id();
  static final ConsolidationId ID = ConsolidationId.of(PLAN.planId(), RULE, PERIOD, HOME_AFFAIRS);

  private static PlanIssued plan() {
    ReportingRule rule = Given.quarterly();
    Indicator files =
        new Indicator(
            "files",
            "Số hồ sơ",
            IndicatorType.INTEGER,
            null,
            Gathering.SUM,
            null,
            null,
            null,
            true);
    return Given.planWith(
        new ReportingRule(
            rule.id(),
            rule.title(),
            rule.frequency(),
            rule.window(),
            rule.reporters(),
            rule.due(),
            rule.addressees(),
            List.of(
                files,
                optional("in-time", IndicatorType.INTEGER, Gathering.SUM, null, null, null),
                optional(
                    "share",
                    IndicatorType.PERCENTAGE,
                    Gathering.RATIO_OF_SUMS,
                    null,
                    "in-time",
                    "files"),
                optional(
                    "content",
                    IndicatorType.DECIMAL,
                    Gathering.WEIGHTED_AVERAGE,
                    "files",
                    null,
                    null))));
  }

  /** The plan as it asks for reports otherwise. */
  static PlanIssued amended(String title, List<Indicator> form, List<Addressee> addressees) {
    ReportingRule rule = PLAN.reportingRules().getFirst();
    return Given.planWith(
        new ReportingRule(
            rule.id(),
            title,
            rule.frequency(),
            rule.window(),
            rule.reporters(),
            rule.due(),
            addressees,
            form));
  }

  /** An agency's report becomes what that plan asks for. */
  static ReportEvent revised(String agency, PlanIssued amended) {
    ReportingRule rule = amended.reportingRules().getFirst();
    return new ReportRevised(
        idOf(agency), 2, rule.title(), rule.addressees(), rule.form(), "Điều chỉnh", "QĐ 6");
  }

  private static Indicator lowest(String id, Gathering rollUp, String least) {
    return new Indicator(
        id,
        id,
        IndicatorType.INTEGER,
        null,
        rollUp,
        null,
        null,
        null,
        false,
        new BigDecimal(least));
  }

  private static Indicator optional(
      String id,
      IndicatorType type,
      Gathering rollUp,
      @Nullable String weight,
      @Nullable String numerator,
      @Nullable String denominator) {
    return new Indicator(id, id, type, null, rollUp, weight, numerator, denominator, false);
  }

  private static String idOf(String agency) {
    return ReportId.of(PLAN.planId(), RULE, PERIOD, agency).value();
  }

  static Report owed(String agency, ReportEvent... then) {
    ReportEvent opened =
        new OpenReport(PLAN.planId(), RULE, agency, PERIOD, null, null)
            .decide(null, official(PROVINCE), WHEN, plans(PLAN), AGENCIES)
            .getFirst();
    Report report = Report.evolve(null, opened, new Taken("x", Given.TODAY));
    for (ReportEvent event : then) {
      report = Report.evolve(report, event, new Taken("x", Given.TODAY));
    }
    return report;
  }

  static ReportSubmitted submitted(String agency, String files) {
    return new ReportSubmitted(idOf(agency), "Kết quả", TODAY, List.of(new Figure("files", files)));
  }

  static OwedReports reports(Report... owed) {
    return (plan, rule, period) ->
        plan.equals(PLAN.planId()) && rule.equals(RULE) && period.equals(PERIOD)
            ? List.of(owed)
            : List.of();
  }

  private static final OwedReports ONE_OF_TWO =
      reports(owed(DISTRICT, submitted(DISTRICT, "1200")), owed(OTHER_DISTRICT));

  private static ConsolidateReports command(@Nullable String content) {
    return new ConsolidateReports(PLAN.planId(), RULE, PERIOD, HOME_AFFAIRS, content);
  }

  private static List<ConsolidationEvent> consolidate(OwedReports reports) {
    return command("Tổng hợp")
        .decide(null, official(HOME_AFFAIRS), WHEN, plans(PLAN), reports, AGENCIES);
  }

  private static Gathered gathered(OwedReports reports) {
    return ((ReportsConsolidated) consolidate(reports).getFirst()).gathered();
  }

  private static Consolidation prepared(ConsolidationEvent... then) {
    Consolidation consolidation =
        Consolidation.evolve(
            null, consolidate(ONE_OF_TWO).getFirst(), Given.taken("p." + HOME_AFFAIRS));
    for (ConsolidationEvent event : then) {
      consolidation = Consolidation.evolve(consolidation, event, Given.taken("p." + HOME_AFFAIRS));
    }
    return consolidation;
  }

  private static ConsolidationForwarded forwarded() {
    return new ConsolidationForwarded(ID.value(), List.of(PROVINCE), null, TODAY);
  }

  @Test
  void whatCameInIsMadeOneAndWhoIsMissingIsNamed() {
    assertThat(consolidate(ONE_OF_TWO))
        .containsExactly(
            new ReportsConsolidated(
                ID.value(),
                PLAN.planId(),
                PLAN.document(),
                RULE,
                Given.quarterly().title(),
                PERIOD,
                HOME_AFFAIRS,
                List.of(PROVINCE),
                PROVINCE,
                HOME_AFFAIRS,
                PLAN.reportingRules().getFirst().form(),
                Gathered.of(
                    List.of(new CameIn(idOf(DISTRICT), DISTRICT, TODAY)),
                    List.of(new Missing(idOf(OTHER_DISTRICT), OTHER_DISTRICT, null)),
                    List.of(new Figure("files", "1200"))),
                "Tổng hợp",
                TODAY));
  }

  @Test
  void anAcceptedReportCountsAReturnedOneIsMissingAndWhoeverIsRelievedOwesNone() {
    Report accepted =
        owed(DISTRICT, submitted(DISTRICT, "2"), new ReportAccepted(idOf(DISTRICT), null));
    assertThat(
            gathered(
                reports(
                    accepted,
                    owed(
                        OTHER_DISTRICT,
                        submitted(OTHER_DISTRICT, "3"),
                        new ReportReturned(idOf(OTHER_DISTRICT), "Thiếu")))))
        .isEqualTo(
            Gathered.of(
                List.of(new CameIn(idOf(DISTRICT), DISTRICT, TODAY)),
                List.of(new Missing(idOf(OTHER_DISTRICT), OTHER_DISTRICT, null)),
                List.of(new Figure("files", "2"))));
    assertThat(
            gathered(
                    reports(
                        accepted,
                        owed(
                            OTHER_DISTRICT,
                            new ReportWaived(idOf(OTHER_DISTRICT), "Sáp nhập", null))))
                .missing())
        .isEmpty();
  }

  @Test
  void ofAnAgencyThatTookOverReportsEachThatIsMissingIsNamedWithWhoseItWas() {
    Agencies merged =
        Given.agencies(List.of(new AgencyMerged(OTHER_DISTRICT, FINANCE, TODAY, "NQ 1")));
    OwedReports owed =
        reports(
            owed(DISTRICT, submitted(DISTRICT, "1")),
            owed(
                OTHER_DISTRICT,
                new ReportTransferred(
                    idOf(OTHER_DISTRICT), OTHER_DISTRICT, FINANCE, "Sáp nhập", "NQ 1")),
            owed(FINANCE));
    Gathered gathered =
        ((ReportsConsolidated)
                command(null)
                    .decide(null, official(HOME_AFFAIRS), WHEN, plans(PLAN), owed, merged)
                    .getFirst())
            .gathered();
    assertThat(gathered.missing()).containsExactly(FINANCE, FINANCE);
    assertThat(gathered.owed())
        .containsExactly(
            new Missing(idOf(FINANCE), FINANCE, null),
            new Missing(idOf(OTHER_DISTRICT), FINANCE, OTHER_DISTRICT));
  }

  @Test
  void whoseAReportWasAtFirstIsKnownEvenAfterItWasWithdrawnAndOpenedAgain() {
    Report again =
        owed(
            OTHER_DISTRICT,
            new ReportTransferred(idOf(OTHER_DISTRICT), OTHER_DISTRICT, FINANCE, "Sáp nhập", null),
            new ReportWithdrawn(idOf(OTHER_DISTRICT), "Bãi bỏ", "QĐ 5"),
            owed(FINANCE).opened());
    assertThat(again.formerly()).isEqualTo(OTHER_DISTRICT);
  }

  @Test
  void whatWasHandedInUnderAnotherFormCountsAsFarAsItIsOfTheSameKind() {
    Indicator text =
        new Indicator(
            "files", "Hồ sơ", IndicatorType.TEXT, null, Gathering.NONE, null, null, null, false);
    Report other =
        owed(
            OTHER_DISTRICT,
            new ReportRevised(
                idOf(OTHER_DISTRICT),
                2,
                "Kết quả",
                Given.quarterly().addressees(),
                List.of(text),
                "Điều chỉnh",
                "QĐ 6"),
            submitted(OTHER_DISTRICT, "nhiều"));
    Gathered gathered = gathered(reports(other, owed(DISTRICT, submitted(DISTRICT, "1200"))));
    assertThat(gathered.cameIn()).hasSize(2);
    assertThat(gathered.figures()).containsExactly(new Figure("files", "1200"));
  }

  @Test
  void ofNothingNothingIsMade() {
    Refused.with(RefusalCode.INVALID_ARGUMENT, () -> consolidate(reports(owed(DISTRICT))));
  }

  @Test
  void onlyTheAgencyThatTheReportsPassThroughMakesOneOfThem() {
    for (String agency : List.of(PROVINCE, DISTRICT)) {
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () ->
              command(null)
                  .decide(null, official(agency), WHEN, plans(PLAN), ONE_OF_TWO, AGENCIES));
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () ->
              new ConsolidateReports(PLAN.planId(), RULE, PERIOD, agency, null)
                  .decide(null, official(agency), WHEN, plans(PLAN), ONE_OF_TWO, AGENCIES));
    }
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () ->
            new ConsolidateReports(PLAN.planId(), "R9", PERIOD, HOME_AFFAIRS, null)
                .decide(null, official(HOME_AFFAIRS), WHEN, plans(PLAN), ONE_OF_TWO, AGENCIES));
  }

  @Test
  void itIsNotMadeBeforeTheLastOfItsReportsCameIn() {
    Refused.forFields(
        () ->
            command("Tổng hợp")
                .decide(
                    null,
                    official(HOME_AFFAIRS),
                    Given.on(TODAY.minusDays(1)),
                    plans(PLAN),
                    ONE_OF_TWO,
                    AGENCIES),
        "happenedOn");
    assertThat(
            command("Tổng hợp")
                .decide(
                    null,
                    official(HOME_AFFAIRS),
                    Given.on(TODAY),
                    plans(PLAN),
                    ONE_OF_TWO,
                    AGENCIES))
        .hasSize(1);
  }

  @Test
  void theSameAgainChangesNothingAndOtherContentIsTold() {
    assertThat(
            command("Tổng hợp")
                .decide(
                    prepared(), colleague(HOME_AFFAIRS), WHEN, plans(PLAN), ONE_OF_TWO, AGENCIES))
        .isEmpty();
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () ->
            command("Khác")
                .decide(
                    prepared(), official(HOME_AFFAIRS), WHEN, plans(PLAN), ONE_OF_TWO, AGENCIES));
  }

  @Test
  void itIsMadeAnewAsMoreComesInUntilItIsSentOn() {
    OwedReports both =
        reports(
            owed(DISTRICT, submitted(DISTRICT, "1200")),
            owed(OTHER_DISTRICT, submitted(OTHER_DISTRICT, "300")));
    assertThat(
            new RenewConsolidation(ID, null)
                .decide(prepared(), official(HOME_AFFAIRS), WHEN, plans(PLAN), both, AGENCIES))
        .containsExactly(
            new ConsolidationRenewed(
                ID.value(),
                gathered(both),
                TODAY,
                List.of(),
                List.of(),
                null,
                new Asked(
                    Given.quarterly().title(),
                    PLAN.reportingRules().getFirst().form(),
                    List.of(PROVINCE))));
    assertThat(gathered(both).figures()).containsExactly(new Figure("files", "1500"));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new RenewConsolidation(ID, null)
                .decide(
                    prepared(forwarded()),
                    official(HOME_AFFAIRS),
                    WHEN,
                    plans(PLAN),
                    both,
                    AGENCIES));
  }

  @Test
  void whatThePlanAsksForOtherwiseItStatesAndGoesToOnceItIsMadeAnew() {
    Indicator more = optional("more", IndicatorType.INTEGER, Gathering.SUM, null, null, null);
    List<Indicator> form = List.of(PLAN.reportingRules().getFirst().form().getFirst(), more);
    PlanIssued amended =
        amended(
            "Báo cáo quý và số liệu mới",
            form,
            List.of(new Addressee(PROVINCE, HOME_AFFAIRS), new Addressee(FINANCE, HOME_AFFAIRS)));
    Consolidation corrected =
        prepared(
            new ConsolidationCorrected(
                ID.value(),
                List.of(new Figure("files", "1180"), new Figure("in-time", "9")),
                null,
                "Trùng",
                List.of()));
    ConsolidationRenewed renewed =
        (ConsolidationRenewed)
            new RenewConsolidation(ID, null)
                .decide(
                    corrected,
                    official(HOME_AFFAIRS),
                    WHEN,
                    plans(amended),
                    reports(
                        owed(DISTRICT, submitted(DISTRICT, "1200")),
                        owed(
                            OTHER_DISTRICT,
                            revised(OTHER_DISTRICT, amended),
                            new ReportSubmitted(
                                idOf(OTHER_DISTRICT),
                                "Kết quả",
                                TODAY,
                                List.of(new Figure("files", "3"), new Figure("more", "42"))))),
                    AGENCIES)
                .getFirst();
    assertThat(renewed.asked())
        .isEqualTo(new Asked("Báo cáo quý và số liệu mới", form, List.of(PROVINCE, FINANCE)));
    assertThat(renewed.kept())
        .as("what nobody asks for any more does not stand by hand either")
        .containsExactly(new Correction(new Figure("files", "1180"), "Trùng"));
    Consolidation anew = Consolidation.evolve(corrected, renewed, Given.taken("x"));
    assertThat(anew.figures())
        .containsExactly(new Figure("files", "1180"), new Figure("more", "42"));
    assertThat(new ForwardConsolidation(ID, null).decide(anew, official(HOME_AFFAIRS), WHEN))
        .containsExactly(
            new ConsolidationForwarded(ID.value(), List.of(PROVINCE, FINANCE), null, TODAY));
  }

  @Test
  void whatWasComputedIsCorrectedByHandAsTheFormAsks() {
    assertThat(correct(prepared(), new Figure("files", "1180")))
        .containsExactly(
            new ConsolidationCorrected(
                ID.value(), List.of(new Figure("files", "1180")), null, "Trùng", List.of()));
    Refused.with(
        RefusalCode.INVALID_ARGUMENT, () -> correct(prepared(), new Figure("files", "nhiều")));
    Refused.with(RefusalCode.INVALID_ARGUMENT, () -> correct(prepared(), new Figure("khác", "1")));
    Refused.with(RefusalCode.INVALID_ARGUMENT, () -> correct(prepared()));
  }

  /** One that was made by another form. */
  private static Consolidation asking(Indicator... form) {
    ReportsConsolidated made = prepared().prepared();
    return Consolidation.evolve(
        null,
        new ReportsConsolidated(
            made.consolidationId(),
            made.planId(),
            made.document(),
            made.rule(),
            made.title(),
            made.period(),
            made.channel(),
            made.addressees(),
            made.issuer(),
            made.focal(),
            List.of(form),
            made.gathered(),
            made.content(),
            made.happenedOn()),
        Given.taken("p." + HOME_AFFAIRS));
  }

  @Test
  void aCountIsCorrectedByAWholeNumberWhateverIsCounted() {
    Consolidation of =
        asking(
            optional("model", IndicatorType.YES_NO, Gathering.COUNT, null, null, null),
            optional("note", IndicatorType.TEXT, Gathering.COUNT, null, null, null));
    for (String counted : List.of("model", "note")) {
      assertThat(correct(of, new Figure(counted, "02")))
          .singleElement()
          .extracting(each -> ((ConsolidationCorrected) each).figures())
          .isEqualTo(List.of(new Figure(counted, "2")));
      for (String faulty : List.of("true", "nhiều", "-1", "1.5")) {
        Refused.forFields(() -> correct(of, new Figure(counted, faulty)), "figures[0].value");
      }
    }
  }

  @Test
  void aSumIsAsLowAsItsPartsMakeItAndTheLatestAsLowAsOneReportsFigure() {
    Consolidation of =
        asking(
            lowest("change", Gathering.SUM, "-10"),
            lowest("staff", Gathering.SUM, "5"),
            lowest("grade", Gathering.LATEST, "5"));
    assertThat(correct(of, new Figure("change", "-25"))).hasSize(1);
    assertThat(correct(of, new Figure("staff", "0"))).hasSize(1);
    for (Figure faulty :
        List.of(
            new Figure("change", "nhiều"), new Figure("staff", "-1"), new Figure("grade", "4"))) {
      Refused.forFields(() -> correct(of, faulty), "figures[0].value");
    }
  }

  private static List<ConsolidationEvent> correct(Consolidation of, Figure... figures) {
    return new CorrectConsolidation(ID, List.of(figures), null, "Trùng")
        .decide(of, official(HOME_AFFAIRS), WHEN);
  }

  private static Consolidation preparedOf(OwedReports reports, ConsolidationEvent... then) {
    Consolidation consolidation =
        Consolidation.evolve(
            null, consolidate(reports).getFirst(), Given.taken("p." + HOME_AFFAIRS));
    for (ConsolidationEvent event : then) {
      consolidation = Consolidation.evolve(consolidation, event, Given.taken("p." + HOME_AFFAIRS));
    }
    return consolidation;
  }

  private static OwedReports both(String... ofOther) {
    return reports(
        owed(DISTRICT, stating(DISTRICT, "100", "80", "4")),
        ofOther.length == 0
            ? owed(OTHER_DISTRICT)
            : owed(OTHER_DISTRICT, stating(OTHER_DISTRICT, ofOther)));
  }

  private static ReportSubmitted stating(String agency, String... values) {
    return new ReportSubmitted(
        idOf(agency),
        "Kết quả",
        TODAY,
        List.of(
            new Figure("files", values[0]),
            new Figure("in-time", values[1]),
            new Figure("content", values[2])));
  }

  @Test
  void aRatioFollowsTheSumThatIsCorrectedAndAnAverageIsToBeCorrectedWithItsWeight() {
    Consolidation of = preparedOf(both());
    assertThat(of.figures()).contains(new Figure("share", "80"), new Figure("content", "4"));
    assertThat(correct(of, new Figure("in-time", "90")))
        .containsExactly(
            new ConsolidationCorrected(
                ID.value(),
                List.of(new Figure("in-time", "90")),
                null,
                "Trùng",
                List.of(new Figure("share", "90"))));
    Refused.forFields(() -> correct(of, new Figure("files", "120")), "figures");
    assertThat(correct(of, new Figure("files", "160"), new Figure("content", "3.50")))
        .containsExactly(
            new ConsolidationCorrected(
                ID.value(),
                List.of(new Figure("files", "160"), new Figure("content", "3.5")),
                null,
                "Trùng",
                List.of(new Figure("share", "50"))));
    Refused.forFields(
        () -> correct(of, new Figure("in-time", "90"), new Figure("share", "88")),
        "figures[1].value");
    Refused.forFields(() -> correct(of, new Figure("share", "88")), "figures[0].value");
    assertThat(correct(of, new Figure("in-time", "90"), new Figure("share", "90")))
        .singleElement()
        .extracting(each -> ((ConsolidationCorrected) each).follows())
        .isEqualTo(List.of());
  }

  @Test
  void toSayAFigureAgainCorrectsNothing() {
    Consolidation of =
        preparedOf(
            reports(
                owed(DISTRICT, stating(DISTRICT, "100", "80", "4")),
                owed(OTHER_DISTRICT, submitted(OTHER_DISTRICT, "100"))));
    assertThat(of.figures()).contains(new Figure("files", "200"), new Figure("share", "40"));
    Figure again = new Figure("files", "0200");
    assertThat(correct(of, again)).isEmpty();
    assertThat(correct(of, again, new Figure("in-time", "80"))).isEmpty();
    assertThat(correct(of, again, new Figure("in-time", "90")))
        .containsExactly(
            new ConsolidationCorrected(
                ID.value(),
                List.of(new Figure("in-time", "90")),
                null,
                "Trùng",
                List.of(new Figure("share", "45"))));
    assertThat(correct(of, new Figure("in-time", "90"), new Figure("share", "45")))
        .singleElement()
        .extracting(each -> ((ConsolidationCorrected) each).inPlace())
        .isEqualTo(List.of(new Figure("in-time", "90"), new Figure("share", "45")));
    assertThat(correct(of, new Figure("files", "160"), new Figure("content", "4"))).hasSize(1);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> correct(prepared(forwarded()), new Figure("files", "1200")));
  }

  @Test
  void theSameCorrectionAgainChangesNothing() {
    CorrectConsolidation command =
        new CorrectConsolidation(ID, List.of(new Figure("in-time", "90")), "Đã sửa", "Trùng");
    List<ConsolidationEvent> corrected =
        command.decide(preparedOf(both()), official(HOME_AFFAIRS), WHEN);
    assertThat(corrected).hasSize(1);
    Consolidation after = preparedOf(both(), corrected.getFirst());
    assertThat(command.decide(after, official(HOME_AFFAIRS), WHEN)).isEmpty();
    ConsolidationReturned returned = new ConsolidationReturned(ID.value(), PROVINCE, "Thiếu");
    Consolidation back = preparedOf(both(), corrected.getFirst(), forwarded(), returned);
    assertThat(command.decide(back, official(HOME_AFFAIRS), WHEN)).hasSize(1);
    assertThat(
            new CorrectConsolidation(ID, List.of(), "Tổng hợp", "Như cũ")
                .decide(after, official(HOME_AFFAIRS), WHEN))
        .containsExactly(
            new ConsolidationCorrected(ID.value(), List.of(), "Tổng hợp", "Như cũ", List.of()));
  }

  @Test
  void theRatioIsTheSameWhetherItsSumsWereCorrectedOrComeIn() {
    Consolidation of = preparedOf(both());
    Consolidation corrected =
        preparedOf(
            both(),
            correct(of, new Figure("files", "200"), new Figure("content", "4"))
                .toArray(ConsolidationEvent[]::new));
    assertThat(corrected.figures()).contains(new Figure("share", "40"));
    ConsolidationRenewed renewed =
        (ConsolidationRenewed)
            new RenewConsolidation(ID, null)
                .decide(
                    corrected,
                    official(HOME_AFFAIRS),
                    WHEN,
                    plans(PLAN),
                    reports(
                        owed(DISTRICT, stating(DISTRICT, "100", "80", "4")),
                        owed(OTHER_DISTRICT, submitted(OTHER_DISTRICT, "100"))),
                    AGENCIES)
                .getFirst();
    assertThat(Consolidation.evolve(corrected, renewed, Given.taken("x")).figures())
        .contains(new Figure("files", "200"), new Figure("share", "40"));
    Consolidation partly =
        preparedOf(
            reports(
                owed(DISTRICT, stating(DISTRICT, "100", "80", "4")),
                owed(OTHER_DISTRICT, submitted(OTHER_DISTRICT, "100"))));
    assertThat(partly.figures()).contains(new Figure("share", "40"));
    assertThat(correct(partly, new Figure("in-time", "90")))
        .singleElement()
        .extracting(each -> ((ConsolidationCorrected) each).follows())
        .isEqualTo(List.of(new Figure("share", "45")));
    assertThat(correct(partly, new Figure("content", "5")))
        .singleElement()
        .extracting(each -> ((ConsolidationCorrected) each).follows())
        .isEqualTo(List.of());
  }

  @Test
  void correctionsByHandStayWhenItIsMadeAnewUnlessItIsSaidWhyNot() {
    Figure inTime = new Figure("in-time", "90");
    Consolidation of = preparedOf(both());
    Consolidation corrected =
        preparedOf(both(), correct(of, inTime).toArray(ConsolidationEvent[]::new));
    OwedReports more = both("100", "50", "2");
    ConsolidationRenewed kept =
        (ConsolidationRenewed)
            new RenewConsolidation(ID, null)
                .decide(corrected, official(HOME_AFFAIRS), WHEN, plans(PLAN), more, AGENCIES)
                .getFirst();
    assertThat(kept.kept()).containsExactly(new Correction(inTime, "Trùng"));
    assertThat(Consolidation.evolve(corrected, kept, Given.taken("x")).figures())
        .containsExactly(
            new Figure("files", "200"),
            inTime,
            new Figure("share", "45"),
            new Figure("content", "3"));
    ConsolidationRenewed dropped =
        (ConsolidationRenewed)
            new RenewConsolidation(ID, "Đã nộp lại")
                .decide(corrected, official(HOME_AFFAIRS), WHEN, plans(PLAN), more, AGENCIES)
                .getFirst();
    assertThat(dropped.dropReason()).isEqualTo("Đã nộp lại");
    assertThat(Consolidation.evolve(corrected, dropped, Given.taken("x")).figures())
        .contains(new Figure("in-time", "130"), new Figure("share", "65"));
    assertThat(Consolidation.evolve(corrected, dropped, Given.taken("x")).corrections()).isEmpty();
  }

  @Test
  void noAverageComesInBesideAWeightThatWasCorrectedByHandUnlessThatIsDropped() {
    OwedReports none = reports(owed(DISTRICT, submitted(DISTRICT, "100")), owed(OTHER_DISTRICT));
    Consolidation of = preparedOf(none);
    Figure weight = new Figure("files", "160");
    Consolidation corrected =
        preparedOf(none, correct(of, weight).toArray(ConsolidationEvent[]::new));
    assertThat(corrected.figures()).containsExactly(weight);
    Refused.forFields(() -> renewed(corrected, null), "dropReason");
    assertThat(renewed(corrected, "Đã nộp lại")).hasSize(1);
    assertThat(renewed(of, null)).hasSize(1);
  }

  private static List<ConsolidationEvent> renewed(
      Consolidation consolidation, @Nullable String dropReason) {
    return new RenewConsolidation(ID, dropReason)
        .decide(consolidation, official(HOME_AFFAIRS), WHEN, plans(PLAN), both(), AGENCIES);
  }

  @Test
  void itGoesToAllForWhomTheReportsAreAndComesBackOnlyFromThem() {
    assertThat(new ForwardConsolidation(ID, null).decide(prepared(), official(HOME_AFFAIRS), WHEN))
        .containsExactly(forwarded());
    ReturnConsolidation back = new ReturnConsolidation(ID, "Thiếu đánh giá");
    ConsolidationReturned returned =
        new ConsolidationReturned(ID.value(), PROVINCE, "Thiếu đánh giá");
    assertThat(back.decide(prepared(forwarded()), official(PROVINCE), WHEN))
        .containsExactly(returned);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> back.decide(prepared(forwarded()), official(DISTRICT), WHEN));
    Refused.with(
        RefusalCode.INVALID_STATE, () -> back.decide(prepared(), official(PROVINCE), WHEN));
    assertThat(prepared(forwarded(), returned).state()).isEqualTo(ConsolidationState.RETURNED);
    assertThat(correct(prepared(forwarded(), returned), new Figure("files", "1"))).hasSize(1);
  }

  private static final Agencies MERGED =
      Given.agencies(
          List.of(new AgencyMerged(HOME_AFFAIRS, FINANCE, TODAY, "Nghị quyết 1/NQ-HĐND")));

  private static TransferConsolidation transfer(String from, String to) {
    return new TransferConsolidation(ID, from, to, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
  }

  private static ConsolidationTransferred transferred(String from, String to) {
    return new ConsolidationTransferred(ID.value(), from, to, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
  }

  @Test
  void aSuccessorGoesOnConsolidatingWhatCameInThroughItsPredecessor() {
    assertThat(transfer(HOME_AFFAIRS, FINANCE).decide(prepared(), Actor.SYSTEM, WHEN))
        .containsExactly(transferred(HOME_AFFAIRS, FINANCE));
    Consolidation moved = prepared(transferred(HOME_AFFAIRS, FINANCE));
    assertThat(transfer(HOME_AFFAIRS, FINANCE).decide(moved, Actor.SYSTEM, WHEN)).isEmpty();
    OwedReports accepted =
        reports(
            owed(DISTRICT, submitted(DISTRICT, "7"), new ReportAccepted(idOf(DISTRICT), null)),
            owed(OTHER_DISTRICT));
    assertThat(
            new RenewConsolidation(ID, null)
                .decide(moved, official(FINANCE), WHEN, plans(PLAN), accepted, MERGED))
        .singleElement()
        .isInstanceOfSatisfying(
            ConsolidationRenewed.class,
            renewed ->
                assertThat(renewed.gathered().figures()).containsExactly(new Figure("files", "7")));
    assertThat(new ForwardConsolidation(ID, null).decide(moved, official(FINANCE), WHEN))
        .containsExactly(forwarded());
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new ForwardConsolidation(ID, null).decide(moved, official(HOME_AFFAIRS), WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> transfer(HOME_AFFAIRS, FINANCE).decide(prepared(), official(HOME_AFFAIRS), WHEN));
  }

  @Test
  void aSuccessorMakesOneOfWhatCameInThroughItsPredecessor() {
    ConsolidateReports command = new ConsolidateReports(PLAN.planId(), RULE, PERIOD, FINANCE, null);
    assertThat(command.decide(null, official(FINANCE), WHEN, plans(PLAN), ONE_OF_TWO, MERGED))
        .singleElement()
        .isInstanceOfSatisfying(
            ReportsConsolidated.class,
            made -> {
              assertThat(made.channel()).isEqualTo(FINANCE);
              assertThat(made.addressees()).containsExactly(PROVINCE);
              assertThat(made.gathered()).isEqualTo(gathered(ONE_OF_TWO));
            });
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> command.decide(null, official(FINANCE), WHEN, plans(PLAN), ONE_OF_TWO, AGENCIES));
  }

  @Test
  void whoeverTookOverFromAnAddresseeGivesItBack() {
    Consolidation sent = prepared(forwarded(), transferred(PROVINCE, FINANCE));
    assertThat(new ReturnConsolidation(ID, "Thiếu").decide(sent, official(FINANCE), WHEN))
        .containsExactly(new ConsolidationReturned(ID.value(), FINANCE, "Thiếu"));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new ReturnConsolidation(ID, "Thiếu").decide(sent, official(PROVINCE), WHEN));
  }
}
