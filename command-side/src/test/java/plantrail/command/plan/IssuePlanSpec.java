package plantrail.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.ISSUED;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.RULES;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.WITHOUT_REASON;
import static plantrail.command.Given.issuePlan;
import static plantrail.command.Given.official;
import static plantrail.command.Given.plans;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.Refused;
import plantrail.command.plan.domain.Plan;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.calendar.Bound;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.LegalBasis;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.Recipient;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.Signer;
import plantrail.kernel.plan.TargetLine;

class IssuePlanSpec {

  @Test
  void theIssuersOfficialIssuesThePlan() {
    assertThat(issuePlan().decide(null, official(PROVINCE), WHEN, AGENCIES, plans(null), RULES))
        .singleElement()
        .isInstanceOfSatisfying(
            PlanIssued.class,
            plan -> {
              assertThat(plan.document()).isEqualTo("73/KH-UBND");
              assertThat(plan.planId()).isEqualTo(issuePlan().planId().value());
              assertThat(plan.rulesInForce()).isEqualTo(RULES.inForce());
            });
  }

  @Test
  void nobodyIssuesInAnotherAgencysName() {
    for (String agency : List.of(HOME_AFFAIRS, DISTRICT)) {
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () -> issuePlan().decide(null, official(agency), WHEN, AGENCIES, plans(null), RULES));
    }
  }

  @Test
  void aNumberIsGivenOnceAYear() {
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () ->
            issuePlan()
                .decide(
                    Plan.evolve(null, Given.plan(), Given.taken("p.HGI")),
                    official(PROVINCE),
                    WHEN,
                    AGENCIES,
                    plans(null),
                    RULES));
  }

  @Test
  void allFaultyFieldsAreToldAtOnce() {
    IssuePlan faulty =
        new IssuePlan(
            "kế hoạch",
            "bảy ba",
            "KH UBND",
            Given.ISSUED,
            PROVINCE,
            " ",
            null,
            null,
            LocalDate.of(2024, 6, 1),
            LocalDate.of(2024, 1, 1),
            "NOBODY",
            "no-plan",
            List.of(new Item("II.1", "Mồ côi"), new Item("I", "Một"), new Item("I", "Hai")),
            List.of(
                new AssignmentRule(
                    "A1",
                    "IX",
                    "Việc",
                    new Assignees(List.of("NOBODY"), List.of(), List.of("NOBODY")),
                    List.of(),
                    null,
                    DueRule.before(Given.ISSUED),
                    null),
                new AssignmentRule(
                    "A1",
                    "I",
                    "Việc",
                    new Assignees(List.of(), List.of(), List.of()),
                    List.of(DutyRole.LEAD),
                    null,
                    DueRule.ofLastMonth(Bound.BY, 15),
                    null)),
            List.of(
                new ReportingRule(
                    "R1",
                    "Báo cáo",
                    Frequency.DAY,
                    Window.CALENDAR,
                    new Assignees(List.of(DISTRICT), List.of(), List.of()),
                    DueRule.by(LocalDate.of(2023, 12, 1)),
                    List.of(new Addressee("NOBODY", "NOBODY")))),
            List.of(),
            List.of(),
            List.of());
    Refused.forFields(
        () -> faulty.decide(null, official(PROVINCE), WHEN, AGENCIES, plans(null), RULES),
        "kind",
        "number",
        "symbol",
        "title",
        "periodTo",
        "periodTo",
        "parent",
        "focal",
        "items[0].outline",
        "items[2].outline",
        "assignments[0].item",
        "assignments[0].assignees.agencies[0]",
        "assignments[0].assignees.except",
        "assignments[0].assignees.except[0]",
        "assignments[0].due",
        "assignments[1].id",
        "assignments[1].assignees",
        "assignments[1].due",
        "reportingRules[0].frequency",
        "reportingRules[0].addressees[0].agency",
        "reportingRules[0].addressees[0].channel",
        "reportingRules[0].due");
  }

  @Test
  void aPlanIsIssuedAfterThePlanAboveItAndOnTheDayOfItsSignature() {
    PlanIssued above = GivenPlan.usual().number("72").issuedOn(TODAY.minusDays(3)).issued();
    GivenPlan below = GivenPlan.usual().assignments(List.of()).under(above.planId());
    Refused.forFields(() -> issued(below, TODAY.minusDays(4), above, WHEN), "parent");
    assertThat(issued(below, TODAY.minusDays(3), above, WHEN)).hasSize(1);
    Refused.forFields(
        () -> issued(below, TODAY.minusDays(2), above, Given.on(TODAY)), "happenedOn");
    assertThat(issued(below, TODAY, above, Given.on(TODAY))).hasSize(1);
  }

  private static List<PlanEvent> issued(
      GivenPlan plan, LocalDate day, PlanIssued above, Occurrence when) {
    return plan.issuedOn(day)
        .issue()
        .decide(null, official(PROVINCE), when, AGENCIES, plans(above), RULES);
  }

  @ParameterizedTest
  @CsvSource({
    "KH, 1, KH-UBND",
    "KH, 01, KH-BCĐ",
    "KH, 00, KH-UBND",
    "QĐ, 2311, QĐ-UBND",
    "CTr, 12a, CTr/BDVTU-UBND",
    "TTr, 2082, TTr-SNV",
    "CT, 33, CT-TTg",
    "QyĐ, 7, QyĐ-ĐU",
    "NQ, 1684, NQ-UBTVQH15"
  })
  void aDocumentHasANumberAndASymbolAsDecree30WritesThem(
      String kind, String number, String symbol) {
    assertThat(written(kind, number, symbol)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "KH, 0, KH-UBND, number", "KH, 000a, KH-UBND, number", "KH, -1, KH-UBND, number",
    "KH, 1, khub, symbol", "KH, 1, kh-ubnd, symbol", "KH, 1, KH-Ubnd, symbol",
    "KH, 1, KH-, symbol", "kh, 1, KH-UBND, kind", "K, 1, KH-UBND, kind"
  })
  void whatIsWrittenOtherwiseIsNoDocument(
      String kind, String number, String symbol, String faulty) {
    Refused.forFields(() -> written(kind, number, symbol), faulty);
  }

  private static List<PlanEvent> written(String kind, String number, String symbol) {
    return GivenPlan.usual()
        .kind(kind)
        .number(number)
        .symbol(symbol)
        .issue()
        .decide(null, official(PROVINCE), WHEN, AGENCIES, plans(null), RULES);
  }

  /** The department of home affairs cannot order a district, but it can ask it. */
  @Test
  void whoIsNotUnderTheIssuerIsAskedAndNotOrdered() {
    Refused.forFields(
        () -> binding(DutyRole.EXECUTE),
        "assignments[0].assignees.agencies[0]",
        "reportingRules[0].reporters.agencies[0]");
    Refused.forFields(() -> binding(DutyRole.REQUEST), "reportingRules[0].reporters.agencies[0]");
  }

  private static void binding(DutyRole role) {
    Assignees district = new Assignees(List.of(DISTRICT), List.of(), List.of());
    AssignmentRule duty = Given.ownPlans();
    ReportingRule report = Given.quarterly();
    GivenPlan.usual()
        .issuedBy(HOME_AFFAIRS)
        .watchedBy(null)
        .assignments(
            new AssignmentRule(
                duty.id(),
                duty.item(),
                duty.title(),
                district,
                List.of(role),
                null,
                duty.due(),
                duty.creates()))
        .reports(
            new ReportingRule(
                report.id(),
                report.title(),
                report.frequency(),
                report.window(),
                district,
                report.due(),
                List.of(new Addressee(PROVINCE, null))))
        .issue()
        .decide(null, official(HOME_AFFAIRS), WHEN, AGENCIES, plans(null), RULES);
  }

  @Test
  void everyTextHasALengthAndThePeriodAnEndInSight() {
    String line = "x".repeat(1_001);
    IssuePlan faulty =
        GivenPlan.usual()
            .signedBy(new Signer("Bà H.", null, List.of("TM.", line)))
            .until(Given.ISSUED.plusYears(20).plusDays(1))
            .targets(
                new TargetLine(
                    line, "Tỷ lệ", Comparison.QUALITATIVE, null, null, null, Product.MODEL))
            .legalBases(List.of(new LegalBasis("Chỉ thị", null, null, line, null)))
            .recipients(List.of(new Recipient("Như trên", line)))
            .issue();
    Refused.forFields(
        () -> faulty.decide(null, official(PROVINCE), WHEN, AGENCIES, plans(null), RULES),
        "signer.capacities[1]",
        "periodTo",
        "targets[0].id",
        "targets[0].counts",
        "legalBases[0].issuer",
        "recipients[0].purpose");
  }

  private static ReportingRule quarterly(
      Frequency frequency, @Nullable DueRule due, Indicator... form) {
    ReportingRule rule = Given.quarterly();
    return new ReportingRule(
        rule.id(),
        rule.title(),
        frequency,
        rule.window(),
        rule.reporters(),
        due,
        rule.addressees(),
        List.of(form));
  }

  private static void issue(ReportingRule rule, TargetLine... targets) {
    GivenPlan.usual()
        .reports(rule)
        .targets(targets)
        .issue()
        .decide(null, official(PROVINCE), WHEN, AGENCIES, plans(null), RULES);
  }

  @Test
  void aRuleThatNeverFallsDueIsRefused() {
    Refused.forFields(
        () -> issue(quarterly(Frequency.YEAR, new DueRule(Bound.BY, null, 2, 30))),
        "reportingRules[0].due");
    Refused.forFields(
        () -> issue(quarterly(Frequency.YEAR, new DueRule(Bound.BY, null, 4, 31))),
        "reportingRules[0].due");
    Refused.forFields(
        () -> issue(quarterly(Frequency.QUARTER, new DueRule(Bound.BY, null, 2, 3))),
        "reportingRules[0].due");
    issue(quarterly(Frequency.YEAR, new DueRule(Bound.BY, null, 12, 15)));
  }

  private static Indicator figure(
      String id,
      Gathering rollUp,
      @Nullable String weight,
      @Nullable String over,
      @Nullable String under,
      @Nullable Integer lowest) {
    return new Indicator(
        id,
        id,
        IndicatorType.INTEGER,
        null,
        rollUp,
        weight,
        over,
        under,
        true,
        lowest == null ? null : BigDecimal.valueOf(lowest));
  }

  @Test
  void aFigureRestsOnOthersThatAreNeverBelowZero() {
    DueRule due = Given.quarterly().due();
    Refused.forFields(
        () ->
            issue(
                quarterly(
                    Frequency.QUARTER,
                    due,
                    figure("a", Gathering.WEIGHTED_AVERAGE, "a", null, null, null),
                    figure("b", Gathering.RATIO_OF_SUMS, null, "b", "b", null),
                    figure("c", Gathering.WEIGHTED_AVERAGE, "e", null, null, null),
                    figure("d", Gathering.RATIO_OF_SUMS, null, "e", "e", null),
                    figure("e", Gathering.SUM, null, null, null, -10))),
        "reportingRules[0].form[0].weight",
        "reportingRules[0].form[1].numerator",
        "reportingRules[0].form[1].denominator",
        "reportingRules[0].form[2].weight",
        "reportingRules[0].form[3].denominator");
  }

  private static Indicator rolledUp(IndicatorType type, Gathering rollUp) {
    boolean ratio = rollUp == Gathering.RATIO_OF_SUMS;
    return new Indicator(
        "x",
        "x",
        type,
        null,
        rollUp,
        rollUp == Gathering.WEIGHTED_AVERAGE ? "e" : null,
        ratio ? "e" : null,
        ratio ? "e" : null,
        false);
  }

  @Test
  void sharesAreNotAddedUpAndWhatIsNoNumberIsNotReckonedWith() {
    List<String> refused = new ArrayList<>();
    for (IndicatorType type : IndicatorType.values()) {
      for (Gathering rollUp : Gathering.values()) {
        try {
          issue(
              quarterly(
                  Frequency.QUARTER,
                  Given.quarterly().due(),
                  rolledUp(type, rollUp),
                  figure("e", Gathering.SUM, null, null, null, null)));
        } catch (Refusal refusal) {
          assertThat(refusal.errors())
              .extracting(FieldError::field)
              .containsExactly("reportingRules[0].form[0].rollUp");
          refused.add(type + " " + rollUp);
        }
      }
    }
    assertThat(refused)
        .containsExactlyInAnyOrder(
            "PERCENTAGE SUM",
            "TEXT SUM",
            "TEXT WEIGHTED_AVERAGE",
            "TEXT RATIO_OF_SUMS",
            "YES_NO SUM",
            "YES_NO WEIGHTED_AVERAGE",
            "YES_NO RATIO_OF_SUMS");
  }

  @Test
  void aRatioOfSumsRestsOnSums() {
    Refused.forFields(
        () ->
            issue(
                quarterly(
                    Frequency.QUARTER,
                    Given.quarterly().due(),
                    figure("a", Gathering.RATIO_OF_SUMS, null, "b", "c", null),
                    figure("b", Gathering.LATEST, null, null, null, null),
                    figure("c", Gathering.NONE, null, null, null, null))),
        "reportingRules[0].form[0].numerator",
        "reportingRules[0].form[0].denominator");
  }

  @Test
  void aTargetPromisesAValueAndNoShareBelowNothing() {
    Refused.forFields(
        () ->
            issue(
                Given.quarterly(),
                new TargetLine("T1", "Một", Comparison.AT_LEAST, null, "%", null, null),
                new TargetLine(
                    "T2", "Hai", Comparison.AT_MOST, new BigDecimal("-5"), "%", null, null),
                new TargetLine("T3", "Ba", Comparison.QUALITATIVE, null, null, null, null),
                new TargetLine(
                    "T4", "Bốn", Comparison.AT_LEAST, new BigDecimal("-5"), "độ", null, null),
                new TargetLine(
                    "T5", "Năm", Comparison.AT_LEAST, new BigDecimal("120"), "%", null, null)),
        "targets[0].value",
        "targets[1].value");
  }

  private static TargetLine measured(
      String id, Comparison comparison, @Nullable Product counts, Assignees who) {
    return new TargetLine(id, "Hồ sơ", comparison, BigDecimal.TEN, "%", null, counts, null, who);
  }

  @Test
  void aTargetSaysWhoIsToBeMeasuredOnlyOfWhatIsAndOfAgenciesThatThereAre() {
    Assignees district = new Assignees(List.of(Given.DISTRICT), List.of(), List.of());
    issue(Given.quarterly(), measured("T1", Comparison.AT_LEAST, null, district));
    Refused.forFields(
        () ->
            issue(
                Given.quarterly(),
                measured("T1", Comparison.AT_LEAST, Product.MODEL, district),
                measured("T2", Comparison.QUALITATIVE, null, district),
                measured(
                    "T3",
                    Comparison.AT_LEAST,
                    null,
                    new Assignees(List.of(), List.of(), List.of())),
                measured(
                    "T4",
                    Comparison.AT_LEAST,
                    null,
                    new Assignees(List.of("XX"), List.of(), List.of()))),
        "targets[0].measured",
        "targets[1].measured",
        "targets[2].measured",
        "targets[3].measured.agencies[0]");
  }

  private static IssuePlan with(List<AssignmentRule> rules) {
    return GivenPlan.bare().items(Given.plan().items()).assignments(rules).issue();
  }

  @Test
  void aPlanThatBindsNobodyIsNotIssued() {
    Refusal refusal =
        Refused.with(
            RefusalCode.INVALID_ARGUMENT,
            () ->
                with(List.of())
                    .decide(null, official(PROVINCE), WHEN, AGENCIES, plans(null), RULES));
    assertThat(refusal.errors())
        .extracting(FieldError::field, FieldError::message)
        .containsExactly(tuple("assignments", "field.plan-binds-nobody"));
  }

  @Test
  void aRuleOfWhichAllAreExceptedBindsNobody() {
    AssignmentRule rule = Given.ownPlans();
    AssignmentRule ofNobody =
        new AssignmentRule(
            rule.id(),
            rule.item(),
            rule.title(),
            new Assignees(List.of(DISTRICT), List.of(), List.of(DISTRICT)),
            rule.roles(),
            null,
            null,
            null);
    Refused.forFields(
        () ->
            with(List.of(ofNobody))
                .decide(null, official(PROVINCE), WHEN, AGENCIES, plans(null), RULES),
        "assignments[0].assignees.except");
  }

  @Test
  void nobodyIssuesWhatIsNotSignedYet() {
    Occurrence theDayBefore = Occurrence.at(Instant.parse("2024-02-27T16:59:59Z"));
    Refused.forFields(
        () ->
            issuePlan()
                .decide(null, official(PROVINCE), theDayBefore, AGENCIES, plans(null), RULES),
        "issueDate");
    Occurrence thatDay = Occurrence.at(Instant.parse("2024-02-27T17:00:00Z"));
    assertThat(issuePlan().decide(null, official(PROVINCE), thatDay, AGENCIES, plans(null), RULES))
        .hasSize(1);
  }

  @Test
  void aPlanSignedLongAgoIsEnteredWithAReason() {
    Refused.forFields(
        () ->
            issuePlan()
                .decide(null, official(PROVINCE), WITHOUT_REASON, AGENCIES, plans(null), RULES),
        Occurrence.REASON);
    Occurrence aWeekLater = new Occurrence(LocalTime.startOf(ISSUED.plusDays(7)), null, null, 7);
    assertThat(
            issuePlan().decide(null, official(PROVINCE), aWeekLater, AGENCIES, plans(null), RULES))
        .hasSize(1);
  }

  @Test
  void theDayOfIssueItselfIsTheEarliestDueDay() {
    assertThat(Given.ownPlans().due()).isEqualTo(DueRule.before(LocalDate.of(2024, 2, 29)));
    assertThat(issuePlan().decide(null, official(PROVINCE), WHEN, AGENCIES, plans(null), RULES))
        .hasSize(1);
  }
}
