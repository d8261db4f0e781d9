package plantrail.command.target;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.FINANCE;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.ISSUED;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.WITHOUT_REASON;
import static plantrail.command.Given.official;
import static plantrail.command.Given.plan;
import static plantrail.command.Given.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.Refused;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.target.changetarget.ChangeTarget;
import plantrail.command.target.correctmeasurement.CorrectMeasurement;
import plantrail.command.target.domain.Target;
import plantrail.command.target.recordmeasurement.RecordMeasurement;
import plantrail.command.target.settarget.SetTarget;
import plantrail.command.target.transfertarget.TransferTarget;
import plantrail.command.target.withdrawtarget.WithdrawTarget;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.target.MeasurementCorrected;
import plantrail.kernel.target.MeasurementRecorded;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.target.TargetTransferred;
import plantrail.kernel.target.TargetWithdrawn;

class TargetSpec {
  private static final BigDecimal PROMISED = new BigDecimal("98");
  private static final LocalDate DAY = LocalDate.of(2024, 4, 30);
  private static final LocalDate BY = LocalDate.of(2024, 12, 31);
  private static final TargetId TARGET = TargetId.of(plan().planId(), "T1");
  private static final String ID = TARGET.value();

  private static SetTarget stated() {
    return SetTarget.of(
        plan().planId(),
        new TargetLine("T1", "Hồ sơ đúng hạn", Comparison.AT_LEAST, PROMISED, "%", BY, null),
        null,
        null,
        plan().document());
  }

  private static Target target(Object... eventsAndPersons) {
    Target target =
        Target.evolve(
            null,
            stated().decide(null, Actor.SYSTEM, WHEN, plans(plan())).getFirst(),
            Given.taken("system"));
    for (int i = 0; i < eventsAndPersons.length; i += 2) {
      target =
          Target.evolve(
              target,
              (TargetEvent) eventsAndPersons[i],
              Given.taken((String) eventsAndPersons[i + 1]));
    }
    return target;
  }

  private static Target measured() {
    return target(
        new MeasurementRecorded(ID, DISTRICT, DAY, new BigDecimal("98.4"), null, null),
        "p." + DISTRICT);
  }

  private static RecordMeasurement measure(String value, String agency, LocalDate day) {
    return new RecordMeasurement(TARGET, agency, day, new BigDecimal(value), null, null);
  }

  private static List<TargetEvent> decide(RecordMeasurement command, Target target, String agency) {
    return command.decide(target, official(agency), WHEN, plans(plan()), AGENCIES);
  }

  private static ChangeTarget change(@Nullable BigDecimal value, @Nullable Product counts) {
    return new ChangeTarget(
        TARGET,
        "Hồ sơ đúng hạn",
        Comparison.AT_LEAST,
        value,
        "%",
        BY,
        counts,
        null,
        null,
        "Hệ thống ngừng",
        "CV 812");
  }

  @Test
  void whatThePlanStatesIsSetFromItsIssueOnAndOnce() {
    assertThat(target().set())
        .satisfies(set -> {
          assertThat(set.targetId()).isEqualTo(ID);
          assertThat(set.setOn()).isEqualTo(ISSUED);
          assertThat(set.basis()).isEqualTo("73/KH-UBND");
        });
    assertThat(stated().decide(target(), Actor.SYSTEM, WHEN, plans(plan()))).isEmpty();
  }

  @Test
  void anAddedTargetNeedsAReasonAndAValue() {
    Refused.forFields(
        () ->
            new SetTarget(
                    plan().planId(),
                    "T9",
                    "Hài lòng",
                    Comparison.AT_LEAST,
                    null,
                    "%",
                    null,
                    null,
                    null,
                    null,
                    null,
                    "CV 3")
                .decide(null, official(PROVINCE), WHEN, plans(plan())),
        "value",
        "reason");
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> stated().decide(null, official(DISTRICT), WHEN, plans(plan())));
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () -> stated().decide(measuredOtherwise(), official(PROVINCE), WHEN, plans(plan())));
  }

  private static Target measuredOtherwise() {
    TargetSet set = target().set();
    return Target.evolve(
        null,
        new TargetSet(
            set.targetId(),
            set.planId(),
            set.document(),
            set.target(),
            "Khác",
            set.comparison(),
            set.value(),
            set.unit(),
            set.byWhen(),
            set.counts(),
            null,
            null,
            set.issuer(),
            set.focal(),
            set.setOn(),
            set.reason(),
            set.basis()),
        Given.taken("system"));
  }

  @Test
  void theAgencyItselfTheFocalAgencyAndTheIssuerMayMeasure() {
    for (String by : List.of(DISTRICT, HOME_AFFAIRS, PROVINCE)) {
      assertThat(decide(measure("98.4", DISTRICT, DAY), target(), by))
          .containsExactly(
              new MeasurementRecorded(ID, DISTRICT, DAY, new BigDecimal("98.4"), null, null));
    }
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> decide(measure("98.4", DISTRICT, DAY), target(), OTHER_DISTRICT));
  }

  @Test
  void onlyAgenciesThatThePlanConcernsAreMeasuredAndNotInTheFuture() {
    Refused.forFields(() -> decide(measure("98", "XX", DAY), target(), PROVINCE), "agency");
    Refused.forFields(
        () -> decide(measure("98", DISTRICT, TODAY.plusDays(1)), target(), DISTRICT), "day");
  }

  @Test
  void whereNoAgencyWasOnThatDayNothingIsMeasuredAndWhatIsOnRecordIsCorrected() {
    LocalDate end = DAY.plusDays(1);
    Agencies merged =
        Given.agencies(List.of(new AgencyMerged(DISTRICT, OTHER_DISTRICT, end, "NQ 1")));
    assertThat(
            measure("98.4", DISTRICT, DAY)
                .decide(target(), official(PROVINCE), WHEN, plans(plan()), merged))
        .hasSize(1);
    Refusal refusal =
        Refused.with(
            RefusalCode.INVALID_ARGUMENT,
            () ->
                measure("98.4", DISTRICT, end)
                    .decide(target(), official(PROVINCE), WHEN, plans(plan()), merged));
    assertThat(refusal.errors())
        .containsExactly(
            FieldError.of(
                "agency", "field.agency-succeeded", DISTRICT, DAY.toString(), OTHER_DISTRICT));
    Target late =
        target(
            new MeasurementRecorded(ID, DISTRICT, end, BigDecimal.ONE, null, null),
            "p." + DISTRICT);
    assertThat(
            measure("1", DISTRICT, end)
                .decide(late, official(PROVINCE), WHEN, plans(plan()), merged))
        .as("said again")
        .isEmpty();
    assertThat(
            new CorrectMeasurement(TARGET, DISTRICT, end, BigDecimal.TEN, null, "Nhầm")
                .decide(late, official(PROVINCE), WHEN))
        .hasSize(1);
  }

  @Test
  void whatWasMeasuredLongAgoIsEnteredWithAReasonAndRepeatedWithoutOne() {
    Refused.forFields(
        () ->
            measure("98.4", DISTRICT, ISSUED)
                .decide(target(), official(DISTRICT), WITHOUT_REASON, plans(plan()), AGENCIES),
        Occurrence.REASON);
    assertThat(
            measure("98.4", DISTRICT, DAY)
                .decide(measured(), official(DISTRICT), WITHOUT_REASON, plans(plan()), AGENCIES))
        .isEmpty();
  }

  @Test
  void nothingIsMeasuredForADayBeforeThePlan() {
    LocalDate first = LocalDate.of(2024, 1, 1);
    assertThat(decide(measure("98", DISTRICT, first), target(), DISTRICT)).hasSize(1);
    Refused.forFields(
        () -> decide(measure("98", DISTRICT, first.minusDays(1)), target(), DISTRICT), "day");
  }

  @Test
  void whatAPlanCameToIsMeasuredAfterItsConclusionToo() {
    RecordMeasurement measure = measure("98", DISTRICT, DAY);
    for (PlanStatus open : List.of(PlanStatus.IN_FORCE, PlanStatus.CONCLUDED)) {
      assertThat(measure.decide(target(), official(DISTRICT), WHEN, plans(plan(), open), AGENCIES))
          .hasSize(1);
    }
    for (PlanStatus gone : List.of(PlanStatus.REVOKED, PlanStatus.SUPERSEDED)) {
      Refused.with(
          RefusalCode.INVALID_STATE,
          () -> measure.decide(target(), official(DISTRICT), WHEN, plans(plan(), gone), AGENCIES));
    }
  }

  @Test
  void theSameMeasurementIsRecordedOnceAndAnotherValueIsACorrection() {
    assertThat(decide(measure("98.4", DISTRICT, DAY), measured(), HOME_AFFAIRS)).isEmpty();
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () -> decide(measure("97", DISTRICT, DAY), measured(), DISTRICT));
    assertThat(
            new CorrectMeasurement(TARGET, DISTRICT, DAY, new BigDecimal("97.9"), null, "Thiếu")
                .decide(measured(), official(DISTRICT), WHEN))
        .containsExactly(
            new MeasurementCorrected(
                ID, DISTRICT, DAY, new BigDecimal("98.4"), new BigDecimal("97.9"), null, "Thiếu"));
  }

  @Test
  void whatWasNotMeasuredCannotBeCorrected() {
    CorrectMeasurement correct =
        new CorrectMeasurement(TARGET, DISTRICT, TODAY, BigDecimal.ONE, null, "Thiếu");
    Refused.with(RefusalCode.NOT_FOUND, () -> correct.decide(measured(), official(DISTRICT), WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> correct.decide(measured(), official(OTHER_DISTRICT), WHEN));
  }

  @Test
  void aMovedGoalpostKeepsWhatWasPromisedBefore() {
    BigDecimal less = new BigDecimal("97.5");
    TargetChanged changed =
        new TargetChanged(
            ID,
            PROMISED,
            BY,
            "Hồ sơ đúng hạn",
            Comparison.AT_LEAST,
            less,
            "%",
            BY,
            null,
            null,
            null,
            "Hệ thống ngừng",
            "CV 812");
    assertThat(change(less, null).decide(target(), official(PROVINCE), WHEN))
        .containsExactly(changed);
    assertThat(
            change(less, null).decide(target(changed, "p." + PROVINCE), official(PROVINCE), WHEN))
        .isEmpty();
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> change(less, null).decide(target(), official(HOME_AFFAIRS), WHEN));
  }

  @Test
  void anAmendmentThatSaysWhatAlreadyHoldsChangesNothing() {
    TargetLine line =
        new TargetLine("T1", "Hồ sơ đúng hạn", Comparison.AT_LEAST, PROMISED, "%", BY, null);
    ChangeTarget same =
        ChangeTarget.of(plan().planId(), line, null, "Điều chỉnh", "Điều 1, 900/QĐ");
    assertThat(same.decide(measured(), Actor.SYSTEM, WHEN)).isEmpty();
  }

  @Test
  void aPlanMaySayThatATargetCountsItself() {
    TargetLine line =
        new TargetLine(
            "T2", "Mô hình", Comparison.AT_LEAST, BigDecimal.ONE, null, BY, Product.MODEL);
    SetTarget stated = SetTarget.of(plan().planId(), line, null, null, plan().document());

    assertThat(stated.decide(null, Actor.SYSTEM, WHEN, plans(plan())))
        .singleElement()
        .isInstanceOfSatisfying(
            TargetSet.class, set -> assertThat(set.counts()).isEqualTo(Product.MODEL));
    assertThat(
            ChangeTarget.of(plan().planId(), line, null, "Điều chỉnh", "Điều 1, 900/QĐ")
                .decide(target(), Actor.SYSTEM, WHEN))
        .singleElement()
        .isInstanceOfSatisfying(
            TargetChanged.class, changed -> assertThat(changed.counts()).isEqualTo(Product.MODEL));
  }

  @Test
  void anAmendmentLeavesWhatATargetCounts() {
    Target counting =
        target(
            change(BigDecimal.ONE, Product.MODEL)
                .decide(target(), official(PROVINCE), WHEN)
                .getFirst(),
            "p." + PROVINCE);
    TargetLine line =
        new TargetLine("T1", "Mô hình", Comparison.AT_LEAST, BigDecimal.TWO, null, BY, null);
    assertThat(
            ChangeTarget.of(plan().planId(), line, null, "Điều chỉnh", "Điều 1, 900/QĐ")
                .decide(counting, Actor.SYSTEM, WHEN))
        .singleElement()
        .isInstanceOfSatisfying(
            TargetChanged.class,
            changed -> {
              assertThat(changed.counts()).isEqualTo(Product.MODEL);
              assertThat(changed.indicator()).isEqualTo("Mô hình");
            });
  }

  @Test
  void aWithdrawnTargetIsNeitherMeasuredNorChangedAgain() {
    WithdrawTarget withdraw = new WithdrawTarget(TARGET, "Bộ chỉ số mới", "CV 3");
    TargetWithdrawn withdrawn = new TargetWithdrawn(ID, "Bộ chỉ số mới", "CV 3");
    assertThat(withdraw.decide(measured(), official(PROVINCE), WHEN)).containsExactly(withdrawn);
    assertThat(withdraw.decide(measured(), Actor.SYSTEM, WHEN)).containsExactly(withdrawn);
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> withdraw.decide(measured(), official(HOME_AFFAIRS), WHEN));
    Target gone = target(withdrawn, "p." + PROVINCE);
    assertThat(withdraw.decide(gone, official(PROVINCE), WHEN)).isEmpty();
    Refused.with(
        RefusalCode.INVALID_STATE, () -> decide(measure("98", DISTRICT, DAY), gone, DISTRICT));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> change(BigDecimal.ONE, null).decide(gone, official(PROVINCE), WHEN));
  }

  @Test
  void aTargetThatCountsItselfIsNotMeasured() {
    Target counting =
        target(
            change(BigDecimal.ONE, Product.MODEL)
                .decide(target(), official(PROVINCE), WHEN)
                .getFirst(),
            "p." + PROVINCE);
    Refused.forFields(() -> decide(measure("2", DISTRICT, DAY), counting, DISTRICT), "value");
    Refused.forFields(
        () -> change(BigDecimal.ONE, Product.INSPECTION).decide(target(), official(PROVINCE), WHEN),
        "counts");
  }

  @Test
  void betterThanLastYearNeedsLastYearsValue() {
    Target better =
        target(
            new TargetChanged(
                ID,
                PROMISED,
                BY,
                "Hồ sơ đúng hạn",
                Comparison.BETTER_THAN_LAST_YEAR,
                null,
                "%",
                BY,
                null,
                null,
                null,
                "Theo năm trước",
                null),
            "p." + PROVINCE);
    Refused.forFields(() -> decide(measure("98", DISTRICT, DAY), better, DISTRICT), "lastYear");
  }

  @Test
  void lowerThanLastYearNeedsLastYearsValueAndNoneOfItsOwn() {
    ChangeTarget lower =
        new ChangeTarget(
            TARGET,
            "Hồ sơ quá hạn",
            Comparison.LOWER_THAN_LAST_YEAR,
            null,
            "hồ sơ",
            BY,
            null,
            null,
            null,
            "Theo năm trước",
            "CV 3");
    Target changed =
        target(lower.decide(target(), official(PROVINCE), WHEN).getFirst(), "p." + PROVINCE);
    Refused.forFields(() -> decide(measure("98", DISTRICT, DAY), changed, DISTRICT), "lastYear");
  }

  @Test
  void whatThePlanStatesItselfIsNotSetByHandEvenBeforeItFollows() {
    SetTarget same = promising(50);
    SetTarget stated =
        new SetTarget(
            same.planId(),
            "T1",
            same.indicator(),
            same.comparison(),
            same.value(),
            same.unit(),
            null,
            null,
            null,
            null,
            same.reason(),
            same.basis());
    PlanIssued plan =
        GivenPlan.usual()
            .targets(
                new TargetLine(
                    "T1", "Hài lòng", Comparison.AT_LEAST, BigDecimal.TEN, "%", null, null))
            .issued();
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () -> stated.decide(null, official(PROVINCE), WHEN, plans(plan)));
    assertThat(same.decide(null, official(PROVINCE), WHEN, plans(plan))).hasSize(1);
  }

  private static SetTarget promising(int value) {
    return new SetTarget(
        plan().planId(),
        "T9",
        "Hài lòng",
        Comparison.AT_LEAST,
        new BigDecimal(value),
        "%",
        null,
        null,
        null,
        null,
        "Bổ sung",
        "CV 3");
  }

  private static SetTarget set(Comparison comparison, @Nullable Product counts, String... codes) {
    return new SetTarget(
        plan().planId(),
        "T9",
        "Hài lòng",
        comparison,
        comparison == Comparison.QUALITATIVE ? null : BigDecimal.TEN,
        "%",
        null,
        counts,
        null,
        List.of(codes),
        "Bổ sung",
        "CV 3");
  }

  private static List<TargetEvent> decide(SetTarget command) {
    return command.decide(null, official(PROVINCE), WHEN, plans(plan()), AGENCIES);
  }

  @Test
  void onlyWhatIsMeasuredSaysWhoIsAndOnlyAgenciesThatThePlanConcerns() {
    assertThat(decide(set(Comparison.AT_LEAST, null, DISTRICT)))
        .singleElement()
        .isInstanceOfSatisfying(
            TargetSet.class, set -> assertThat(set.agencies()).containsExactly(DISTRICT));
    Refused.forFields(
        () -> decide(set(Comparison.AT_LEAST, null, DISTRICT, "XX", DISTRICT)),
        "agencies[1]",
        "agencies[2]");
    Refused.forFields(() -> decide(set(Comparison.QUALITATIVE, null, DISTRICT)), "agencies");
    Refused.forFields(() -> decide(set(Comparison.AT_LEAST, Product.MODEL, DISTRICT)), "agencies");
  }

  /** Measured is to be at these. */
  private static Target bound(Object... eventsAndPersons) {
    Object[] all = new Object[eventsAndPersons.length + 2];
    all[0] = told(changeTo(List.of(DISTRICT, OTHER_DISTRICT)), target());
    all[1] = "p." + PROVINCE;
    System.arraycopy(eventsAndPersons, 0, all, 2, eventsAndPersons.length);
    return target(all);
  }

  private static ChangeTarget changeTo(@Nullable List<String> agencies) {
    return new ChangeTarget(
        TARGET,
        "Hồ sơ đúng hạn",
        Comparison.AT_LEAST,
        PROMISED,
        "%",
        BY,
        null,
        null,
        agencies,
        "Nêu rõ đơn vị",
        "CV 812");
  }

  private static TargetEvent told(ChangeTarget command, Target target) {
    return command.decide(target, official(PROVINCE), WHEN, plans(plan()), AGENCIES).getFirst();
  }

  @Test
  void aChangeLeavesWhoIsToBeMeasuredUnlessItSaysSo() {
    assertThat(bound().promise().agencies()).containsExactly(DISTRICT, OTHER_DISTRICT);
    assertThat(changeTo(null).decide(bound(), official(PROVINCE), WHEN)).isEmpty();
    Target left = bound(told(change(BigDecimal.ONE, null), bound()), "p." + PROVINCE);
    assertThat(left.promise().agencies()).containsExactly(DISTRICT, OTHER_DISTRICT);
    Target nobody = bound(told(changeTo(List.of()), bound()), "p." + PROVINCE);
    assertThat(nobody.promise().agencies()).isNull();
    Refused.forFields(() -> told(changeTo(List.of("XX")), bound()), "agencies[0]");
  }

  @Test
  void whoTakesOverIsMeasuredUnlessThatWasDoneBefore() {
    assertThat(
            bound(transfer(DISTRICT, FINANCE).decide(bound(), Actor.SYSTEM, WHEN).getFirst(), "s")
                .promise()
                .agencies())
        .containsExactlyInAnyOrder(FINANCE, OTHER_DISTRICT);
    Target measured =
        bound(
            new MeasurementRecorded(ID, DISTRICT, DAY, new BigDecimal("98.4"), null, null),
            "p." + DISTRICT);
    assertThat(transfer(DISTRICT, FINANCE).decide(measured, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(transfer(FINANCE, DISTRICT).decide(bound(), Actor.SYSTEM, WHEN)).isEmpty();
  }

  @Test
  void whoTakesOverIsHeldToTheFirstPromiseTooThoughThePresentOneNamesThatAgencyNoLonger() {
    Target first =
        Target.evolve(
            null,
            decide(set(Comparison.AT_LEAST, null, DISTRICT)).getFirst(),
            Given.taken("p." + PROVINCE));
    Target changed =
        Target.evolve(
            first, told(changeTo(List.of(OTHER_DISTRICT)), first), Given.taken("p." + PROVINCE));
    List<TargetEvent> transferred = transfer(DISTRICT, FINANCE).decide(changed, Actor.SYSTEM, WHEN);
    assertThat(transferred).hasSize(1);
    Target moved = Target.evolve(changed, transferred.getFirst(), Given.taken("system"));
    assertThat(moved.first()).containsExactly(FINANCE);
    assertThat(moved.promise()).isEqualTo(changed.promise());
    assertThat(transfer(DISTRICT, FINANCE).decide(moved, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(transfer(FINANCE, HOME_AFFAIRS).decide(moved, Actor.SYSTEM, WHEN)).hasSize(1);
    Target measured =
        Target.evolve(
            changed,
            new MeasurementRecorded(
                changed.set().targetId(), DISTRICT, DAY, BigDecimal.ONE, null, null),
            Given.taken("p." + DISTRICT));
    assertThat(transfer(DISTRICT, FINANCE).decide(measured, Actor.SYSTEM, WHEN)).isEmpty();
  }

  @Test
  void whoStandsNowhereLeavesNothingInWhateverOrderTheyAreNamed() {
    Target named = target(told(changeTo(List.of(OTHER_DISTRICT, DISTRICT)), target()), "p");
    assertThat(transfer(FINANCE, PROVINCE).decide(named, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(transfer(DISTRICT, FINANCE).decide(named, Actor.SYSTEM, WHEN)).hasSize(1);
  }

  @Test
  void whoeverIsToBeMeasuredIsAlsoWhereThePlanDoesNotConcernItOtherwise() {
    Agencies agencies = Given.agencies(List.of(Given.registered("CBA", null)));
    RecordMeasurement measure = measure("98.4", "CBA", DAY);
    Target moved =
        bound(transfer(DISTRICT, "CBA").decide(bound(), Actor.SYSTEM, WHEN).getFirst(), "s");
    assertThat(measure.decide(moved, official("CBA"), WHEN, plans(plan()), agencies)).hasSize(1);
    Refused.forFields(
        () -> measure.decide(bound(), official("CBA"), WHEN, plans(plan()), agencies), "agency");
  }

  private static TransferTarget transfer(String from, String to) {
    return new TransferTarget(TARGET, from, to, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
  }

  @Test
  void aSuccessorStandsWhereTheIssuerStoodAndWhatWasMeasuredStays() {
    TargetTransferred transferred =
        new TargetTransferred(ID, PROVINCE, FINANCE, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
    assertThat(transfer(PROVINCE, FINANCE).decide(measured(), Actor.SYSTEM, WHEN))
        .containsExactly(transferred);
    Target moved = Target.evolve(measured(), transferred, Given.taken("system"));
    assertThat(new WithdrawTarget(TARGET, "Thay", "CV 3").decide(moved, official(FINANCE), WHEN))
        .hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new WithdrawTarget(TARGET, "Thay", "CV 3").decide(moved, official(PROVINCE), WHEN));
    assertThat(moved.measured()).isEqualTo(measured().measured());
    assertThat(transfer(PROVINCE, FINANCE).decide(moved, Actor.SYSTEM, WHEN)).isEmpty();
  }

  @Test
  void whereSomethingWasMeasuredNothingMovesAndWhoWatchesOverThePlanCorrectsIt() {
    assertThat(transfer(DISTRICT, FINANCE).decide(measured(), Actor.SYSTEM, WHEN)).isEmpty();
    CorrectMeasurement correct =
        new CorrectMeasurement(TARGET, DISTRICT, DAY, BigDecimal.TEN, null, "Nhầm");
    assertThat(correct.decide(measured(), official(HOME_AFFAIRS), WHEN)).hasSize(1);
  }

  @Test
  void aWithdrawnTargetStaysWhereItWasAndOnlyTheSystemTransfers() {
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            transfer(PROVINCE, FINANCE)
                .decide(
                    target(new TargetWithdrawn(ID, "Thay", "CV 3"), "p." + PROVINCE),
                    Actor.SYSTEM,
                    WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> transfer(PROVINCE, FINANCE).decide(measured(), official(PROVINCE), WHEN));
  }

  @Test
  void nothingPromisedChangesUnderAPlanThatIsOverUnlessItsAmendmentSaidSo() {
    for (PlanStatus status :
        List.of(PlanStatus.CONCLUDED, PlanStatus.REVOKED, PlanStatus.SUPERSEDED)) {
      Plans over = plans(plan(), status);
      ChangeTarget change = change(new BigDecimal("99"), null);
      WithdrawTarget withdraw = new WithdrawTarget(TARGET, "Bộ chỉ số mới", "CV 3");
      Refused.with(
          RefusalCode.INVALID_STATE, () -> change.decide(target(), official(PROVINCE), WHEN, over));
      Refused.with(
          RefusalCode.INVALID_STATE,
          () -> withdraw.decide(target(), official(PROVINCE), WHEN, over));
      assertThat(change.decide(target(), Actor.SYSTEM, WHEN, over)).hasSize(1);
    }
  }

  @Test
  void aShareIsNeverBelowNothing() {
    Refused.forFields(() -> decide(measure("-3", DISTRICT, DAY), target(), DISTRICT), "value");
    CorrectMeasurement correct =
        new CorrectMeasurement(TARGET, DISTRICT, DAY, new BigDecimal("-3"), null, "Nhầm");
    Refused.forFields(() -> correct.decide(measured(), official(DISTRICT), WHEN), "value");
    Refused.forFields(
        () -> change(new BigDecimal("-5"), null).decide(target(), official(PROVINCE), WHEN),
        "value");
  }

  private static SetTarget models(String value, LocalDate byWhen) {
    return new SetTarget(
        plan().planId(),
        "T9",
        "Mô hình",
        Comparison.AT_LEAST,
        new BigDecimal(value),
        null,
        byWhen,
        Product.MODEL,
        null,
        null,
        "Bổ sung",
        "CV 3");
  }

  @Test
  void whatIsCountedIsNeverBelowNothing() {
    Refused.forFields(() -> decide(models("-1", BY)), "value");
    // Nor is the share that this one says it is.
    Refused.forFields(
        () ->
            change(new BigDecimal("-1"), Product.MODEL).decide(target(), official(PROVINCE), WHEN),
        "value",
        "value");
  }

  @Test
  void nothingIsPromisedForADayBeforeThePlan() {
    assertThat(decide(models("1", ISSUED))).hasSize(1);
    Refused.forFields(() -> decide(models("1", ISSUED.minusDays(1))), "byWhen");
    ChangeTarget early =
        new ChangeTarget(
            TARGET,
            "Hồ sơ đúng hạn",
            Comparison.AT_LEAST,
            PROMISED,
            "%",
            ISSUED.minusDays(1),
            null,
            null,
            null,
            "Nhầm",
            "CV 812");
    Refused.forFields(() -> told(early, target()), "byWhen");
  }
}
