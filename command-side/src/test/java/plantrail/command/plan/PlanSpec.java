package plantrail.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.RULES;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.agencies;
import static plantrail.command.Given.issuePlan;
import static plantrail.command.Given.official;
import static plantrail.command.Given.on;
import static plantrail.command.Given.plan;
import static plantrail.command.Given.plans;
import static plantrail.command.Given.quarterly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.Refused;
import plantrail.command.plan.amendplan.AmendPlan;
import plantrail.command.plan.concludeplan.ConcludePlan;
import plantrail.command.plan.domain.Plan;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.plan.openplanyear.OpenPlanYear;
import plantrail.command.plan.resumeplan.ResumePlan;
import plantrail.command.plan.reviewplan.ReviewPlan;
import plantrail.command.plan.revokeplan.RevokePlan;
import plantrail.command.plan.supersedeplan.SupersedePlan;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.command.plan.transferplan.TransferPlan;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.Taken;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DueMoments;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanChange.Change;
import plantrail.kernel.plan.PlanChange.Part;
import plantrail.kernel.plan.PlanConcluded;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanReviewed;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSuperseded;
import plantrail.kernel.plan.PlanSuspended;
import plantrail.kernel.plan.PlanTransferred;
import plantrail.kernel.plan.PlanYearOpened;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.ReviewKind;
import plantrail.kernel.plan.StatedFigure;

class PlanSpec {
  private static final PlanId ID = new PlanId(Given.plan().planId());
  private static final String BASIS = "Quyết định 900/QĐ-UBND";
  private static final LocalDate MAY_8 = LocalDate.of(2024, 5, 8);
  private static final SupersedePlan BY_NEXT =
      new SupersedePlan(ID, new PlanId("next"), "Kế hoạch mới", null);

  private static Plan given(PlanEvent... events) {
    Plan plan = Plan.evolve(null, plan(), Given.taken("p.HGI"));
    for (PlanEvent event : events) {
      plan = Plan.evolve(plan, event, Given.taken("p.HGI"));
    }
    return plan;
  }

  private static PlanSuspended suspended() {
    return new PlanSuspended(ID.value(), MAY_8, "Chống bão", "CV 3");
  }

  private static PlanReviewed reviewed(boolean concluding) {
    return new PlanReviewed(ID.value(), concluding, TODAY, "Đạt", List.of());
  }

  private static AssignmentRule due(LocalDate day) {
    AssignmentRule rule = Given.ownPlans();
    return new AssignmentRule(
        rule.id(),
        rule.item(),
        rule.title(),
        rule.assignees(),
        rule.roles(),
        rule.partners(),
        DueRule.before(day),
        rule.creates());
  }

  private static AmendPlan amend(
      @Nullable String clause, List<AmendPlan.Clause> clauses, AssignmentRule... rules) {
    return amend(1, clause, clauses, rules);
  }

  private static AmendPlan amend(
      int basedOn,
      @Nullable String clause,
      List<AmendPlan.Clause> clauses,
      AssignmentRule... rules) {
    return new AmendPlan(
        ID,
        basedOn,
        "Điều chỉnh",
        BASIS,
        clause,
        clauses,
        plan().items(),
        List.of(rules),
        List.of(),
        plan().targets());
  }

  private static ReportingRule asking(String title, Indicator... form) {
    ReportingRule rule = Given.quarterly();
    return new ReportingRule(
        rule.id(),
        title,
        rule.frequency(),
        rule.window(),
        rule.reporters(),
        rule.due(),
        rule.addressees(),
        List.of(form));
  }

  @Test
  void aFormThatIsOnRecordStaysWhileTheRestOfItsRuleIsAmended() {
    Indicator added =
        new Indicator(
            "a", "a", IndicatorType.PERCENTAGE, null, Gathering.SUM, null, null, null, false);
    Indicator likewise =
        new Indicator(
            "b", "b", IndicatorType.PERCENTAGE, null, Gathering.SUM, null, null, null, false);
    PlanIssued issued = Given.planWith(asking("Báo cáo quý", added));
    Plan plan = after(issued);
    Function<ReportingRule, AmendPlan> amend =
        rule ->
            new AmendPlan(
                new PlanId(issued.planId()),
                1,
                "Điều chỉnh",
                BASIS,
                "Điều 1",
                List.of(),
                issued.items(),
                issued.assignments(),
                List.of(rule),
                issued.targets());
    assertThat(decided(amend.apply(asking("Báo cáo hằng quý", added)), plan)).hasSize(1);
    Refused.forFields(
        () -> decided(amend.apply(asking("Báo cáo hằng quý", added, likewise)), plan),
        "reportingRules[0].form[1].rollUp");
  }

  private static List<PlanEvent> decided(AmendPlan command, Plan plan) {
    return command.decide(plan, official(PROVINCE), WHEN, AGENCIES, plans(null));
  }

  private static Plan endless(ReportingRule rule, PlanEvent... events) {
    return after(issued(plan().issueDate(), null, null, rule), events);
  }

  private static PlanIssued issued(
      LocalDate day, @Nullable LocalDate from, @Nullable LocalDate to, ReportingRule rule) {
    return GivenPlan.bare().issuedOn(day).from(from).until(to).reports(rule).issued();
  }

  private static Plan after(PlanIssued issued, PlanEvent... events) {
    Plan plan = Plan.evolve(null, issued, Given.taken("p.HGI"));
    for (PlanEvent event : events) {
      plan = Plan.evolve(plan, event, Given.taken("p.HGI"));
    }
    return plan;
  }

  private static List<PlanEvent> opened(int year, Plan plan, String day) {
    return new OpenPlanYear(ID, year)
        .decide(plan, Actor.SYSTEM, Occurrence.at(LocalTime.startOf(LocalDate.parse(day))));
  }

  @Test
  void aPlanWithoutAnEndOpensOneYearAfterTheOther() {
    PlanYearOpened of2025 = new PlanYearOpened(ID.value(), 2025, LocalDate.of(2024, 12, 15));
    assertThat(opened(2025, endless(quarterly()), "2024-12-15")).containsExactly(of2025);
    assertThat(opened(2025, endless(quarterly(), of2025), "2024-12-15")).isEmpty();
    assertThat(opened(2026, endless(quarterly(), of2025), "2028-01-01"))
        .containsExactly(new PlanYearOpened(ID.value(), 2026, LocalDate.of(2025, 12, 15)));
    assertThat(opened(2025, given(), "2024-12-15")).isEmpty();
  }

  @Test
  void aPlanWithAnEndOpensOneYearAfterTheOtherUntilThen() {
    PlanIssued issued =
        issued(LocalDate.of(2024, 2, 28), null, LocalDate.of(2025, 6, 30), quarterly());
    PlanYearOpened of2025 = new PlanYearOpened(ID.value(), 2025, LocalDate.of(2024, 12, 15));
    assertThat(after(issued).horizon()).isEqualTo("2024-12-31");
    assertThat(opened(2025, after(issued), "2024-12-15")).containsExactly(of2025);
    assertThat(after(issued, of2025).horizon()).isEqualTo("2025-06-30");
    assertThat(opened(2026, after(issued, of2025), "2025-12-15")).isEmpty();
  }

  @Test
  void anIssueOpensTheReportsOfTheFirstYearOfThePeriodOrUpToItsEndIfThatIsEarlier() {
    LocalDate december = LocalDate.of(2023, 12, 20);
    LocalDate january = LocalDate.of(2024, 1, 1);
    assertThat(issued(december, null, null, quarterly()).horizon()).isEqualTo("2023-12-31");
    assertThat(issued(december, january, null, quarterly()).horizon()).isEqualTo("2024-12-31");
    assertThat(issued(january, LocalDate.of(2023, 1, 1), null, quarterly()).horizon())
        .isEqualTo("2024-12-31");
    assertThat(issued(december, january, LocalDate.of(2024, 6, 30), quarterly()).horizon())
        .isEqualTo("2024-06-30");
  }

  @Test
  void aPlanThatWasIssuedWhenItsWholePeriodWasOpenedAtOnceOpensNoYear() {
    PlanIssued recent =
        issued(LocalDate.of(2024, 2, 28), null, LocalDate.of(2025, 12, 31), quarterly());
    PlanIssued issued = withoutHorizon(recent);
    assertThat(issued.horizon()).isEqualTo("2025-12-31");
    assertThat(opened(2025, after(issued), "2024-12-15")).isEmpty();
  }

  /** As it was recorded before it was said up to when reports were opened. */
  private static PlanIssued withoutHorizon(PlanIssued issued) {
    return new PlanIssued(
        issued.planId(),
        issued.kind(),
        issued.number(),
        issued.symbol(),
        issued.issueDate(),
        issued.issuer(),
        issued.title(),
        issued.place(),
        issued.signer(),
        issued.periodFrom(),
        issued.periodTo(),
        issued.focal(),
        issued.parent(),
        issued.items(),
        issued.assignments(),
        issued.reportingRules(),
        issued.targets(),
        issued.legalBases(),
        issued.recipients(),
        issued.rulesInForce(),
        null);
  }

  @Test
  void aYearIsNotOpenedBeforeItsDayNorBeforeAnotherNorWhileThePlanRestsNorByAnybodyElse() {
    Refused.forFields(() -> opened(2025, endless(quarterly()), "2024-12-14"), "year");
    Refused.forFields(() -> opened(2026, endless(quarterly()), "2025-12-15"), "year");
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> opened(2025, endless(quarterly(), suspended()), "2024-12-15"));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new OpenPlanYear(ID, 2025).decide(endless(quarterly()), official(PROVINCE), WHEN));
  }

  @Test
  void whatWasNotOwedWhileThePlanRestedIsNotOpenedAfterwards() {
    LocalDate march = LocalDate.of(2025, 3, 20);
    PlanResumed resumed = new PlanResumed(ID.value(), march, 316, 0, "Bão qua", "CV 3");
    assertThat(opened(2025, endless(quarterly(), suspended(), resumed), "2025-03-20"))
        .containsExactly(new PlanYearOpened(ID.value(), 2025, march));
  }

  @Test
  void aSuspendedPlanRestsUntilItIsResumedAndItsDaysMoveIfTheIssuerSaysSo() {
    assertThat(
            new SuspendPlan(ID, "Chống bão", "CV 3").decide(given(), official(PROVINCE), on(MAY_8)))
        .containsExactly(suspended());
    assertThat(
            new ResumePlan(ID, DueMoments.SHIFT, "Bão qua", "CV 3")
                .decide(given(suspended()), official(PROVINCE), WHEN))
        .containsExactly(new PlanResumed(ID.value(), TODAY, 5, 5, "Bão qua", "CV 3"));
    assertThat(
            new ResumePlan(ID, DueMoments.KEEP, "Bão qua", "CV 3")
                .decide(given(suspended()), official(PROVINCE), WHEN))
        .containsExactly(new PlanResumed(ID.value(), TODAY, 5, 0, "Bão qua", "CV 3"));
  }

  @Test
  void aPlanThatWasResumedDaysAgoRestedUpToThatDayAndNotUpToToday() {
    LocalDate resumed = MAY_8.plusDays(2);
    assertThat(
            new ResumePlan(ID, DueMoments.SHIFT, "Bão qua", "CV 3")
                .decide(given(suspended()), official(PROVINCE), on(resumed)))
        .containsExactly(new PlanResumed(ID.value(), resumed, 2, 2, "Bão qua", "CV 3"));
  }

  @Test
  void aPlanIsNotResumedBeforeItWasSuspended() {
    ResumePlan resume = new ResumePlan(ID, DueMoments.SHIFT, "x", "CV 3");
    Refused.with(RefusalCode.INVALID_STATE, () -> resume.decide(given(), official(PROVINCE), WHEN));
    Refused.forFields(
        () -> resume.decide(given(suspended()), official(PROVINCE), on(MAY_8.minusDays(1))),
        "happenedOn");
  }

  @Test
  void restsDoNotOverlap() {
    PlanResumed resumed = new PlanResumed(ID.value(), MAY_8.plusDays(3), 3, 3, "Bão qua", "CV 3");
    SuspendPlan again = new SuspendPlan(ID, "Bão nữa", "CV 3");
    Refused.forFields(
        () -> again.decide(given(suspended(), resumed), official(PROVINCE), on(MAY_8.plusDays(2))),
        "happenedOn");
    assertThat(again.decide(given(suspended(), resumed), official(PROVINCE), on(MAY_8.plusDays(3))))
        .containsExactly(new PlanSuspended(ID.value(), MAY_8.plusDays(3), "Bão nữa", "CV 3"));
  }

  @Test
  void aSecondRestIsCountedFromItsOwnFirstDay() {
    Plan rests =
        given(
            suspended(),
            new PlanResumed(ID.value(), MAY_8.plusDays(1), 1, 1, "Bão qua", "CV 3"),
            new PlanSuspended(ID.value(), MAY_8.plusDays(2), "Bão nữa", "CV 4"));
    ResumePlan resume = new ResumePlan(ID, DueMoments.SHIFT, "Bão qua", "CV 5");
    assertThat(resume.decide(rests, official(PROVINCE), on(TODAY)))
        .containsExactly(new PlanResumed(ID.value(), TODAY, 3, 3, "Bão qua", "CV 5"));
  }

  @Test
  void itIsConcludedAfterItsFinalReviewAndSaysWhatIsStillOpen() {
    ConcludePlan conclude = new ConcludePlan(ID, "Hoàn thành");
    OpenDuties open = planId -> new OpenDuties.Count(2, 1);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> conclude.decide(given(reviewed(false)), official(PROVINCE), WHEN, open));
    assertThat(conclude.decide(given(reviewed(true)), official(PROVINCE), WHEN, open))
        .containsExactly(new PlanConcluded(ID.value(), "Hoàn thành", 2, 1));
    Refused.forFields(
        () ->
            conclude.decide(
                given(reviewed(true)), official(PROVINCE), on(TODAY.minusDays(1)), open),
        "happenedOn");
  }

  @Test
  void theSameReviewOnAnotherDayIsAnotherOne() {
    ReviewPlan review = new ReviewPlan(ID, ReviewKind.INTERIM, "Đạt", List.of());
    PlanEvent held = review.decide(given(), official(PROVINCE), on(MAY_8)).getFirst();
    Plan reviewed = Plan.evolve(given(), held, new Taken("p." + PROVINCE, MAY_8));
    assertThat(review.decide(reviewed, official(PROVINCE), on(MAY_8))).isEmpty();
    assertThat(review.decide(reviewed, official(PROVINCE), on(MAY_8.plusDays(1)))).hasSize(1);
  }

  @Test
  void theFocalAgencyReviewsButDoesNotConclude() {
    StatedFigure figure = new StatedFigure("Đúng hạn", new BigDecimal("98.5"), "%");
    assertThat(
            new ReviewPlan(ID, ReviewKind.FINAL, "Đạt", List.of(figure))
                .decide(given(), official(HOME_AFFAIRS), WHEN))
        .containsExactly(new PlanReviewed(ID.value(), true, TODAY, "Đạt", List.of(figure)));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () ->
            new ConcludePlan(ID, "x")
                .decide(
                    given(reviewed(true)),
                    official(HOME_AFFAIRS),
                    WHEN,
                    planId -> new OpenDuties.Count(0, 0)));
  }

  @Test
  void aRevokedPlanIsOver() {
    RevokePlan revoke = new RevokePlan(ID, "Sai thẩm quyền", BASIS);
    assertThat(revoke.decide(given(suspended()), official(PROVINCE), WHEN))
        .containsExactly(new PlanRevoked(ID.value(), "Sai thẩm quyền", BASIS));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new SuspendPlan(ID, "x", "CV 3")
                .decide(given(new PlanRevoked(ID.value(), "x", BASIS)), official(PROVINCE), WHEN));
  }

  @Test
  void anotherPlanThatIsInForceTakesItsPlace() {
    PlanIssued other = plan();
    Plan plan = given();
    SupersedePlan itself = new SupersedePlan(ID, ID, "x", null);
    Refused.forFields(() -> superseded(itself, plan, plans(other)), "by");
    Refused.forFields(
        () -> superseded(itself, plan, plans(other, PlanStatus.CONCLUDED)), "by", "by");
    Refused.with(RefusalCode.NOT_FOUND, () -> superseded(itself, plan, plans(null)));
    assertThat(superseded(BY_NEXT, plan, plans(next(PROVINCE))))
        .containsExactly(
            new PlanSuperseded(ID.value(), "next", "80/KH-UBND", "Kế hoạch mới", "80/KH-UBND"));
  }

  @Test
  void noPlanTakesItsPlaceBeforeItWasIssuedItself() {
    PlanIssued later = GivenPlan.usual().number("80").issuedOn(TODAY.minusDays(1)).issued();
    SupersedePlan command = new SupersedePlan(ID, new PlanId(later.planId()), "Mới", null);
    Refused.forFields(
        () ->
            command.decide(
                given(), official(PROVINCE), on(TODAY.minusDays(2)), plans(later), AGENCIES),
        "happenedOn");
    assertThat(
            command.decide(
                given(), official(PROVINCE), on(TODAY.minusDays(1)), plans(later), AGENCIES))
        .hasSize(1);
  }

  @Test
  void noPlanOfAnUnrelatedIssuerTakesItsPlaceButOneFromAboveMay() {
    Refused.forFields(() -> superseded(BY_NEXT, given(), plans(next(DISTRICT))), "by");
    PlanTransferred transferred =
        new PlanTransferred(ID.value(), PROVINCE, DISTRICT, "Sáp nhập", null);
    assertThat(
            BY_NEXT.decide(
                given(transferred), official(DISTRICT), WHEN, plans(next(PROVINCE)), AGENCIES))
        .hasSize(1);
    assertThat(
            BY_NEXT.decide(
                given(transferred), official(DISTRICT), WHEN, plans(next(DISTRICT)), AGENCIES))
        .hasSize(1);
  }

  private static List<PlanEvent> superseded(SupersedePlan command, Plan plan, Plans plans) {
    return command.decide(plan, official(PROVINCE), WHEN, plans, AGENCIES);
  }

  private static PlanIssued next(String issuer) {
    IssuePlan next = issuePlan();
    return new PlanIssued(
        "next",
        next.kind(),
        "80",
        next.symbol(),
        next.issueDate(),
        issuer,
        next.title(),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  @Test
  void anAmendmentTellsWhatIsOtherPartByPartEachWithItsClause() {
    AssignmentRule moved = due(LocalDate.of(2024, 6, 1));
    AmendPlan.Clause clause = new AmendPlan.Clause(Part.ASSIGNMENT, "A1", "khoản 2 Điều 1");
    assertThat(decided(amend("Điều 1", List.of(clause), moved), given()))
        .containsExactly(
            new PlanAmended(
                ID.value(),
                2,
                TODAY,
                "Điều chỉnh",
                BASIS,
                plan().items(),
                List.of(moved),
                List.of(),
                plan().targets(),
                List.of(
                    new PlanChange(Part.ASSIGNMENT, "A1", Change.CHANGED, "khoản 2 Điều 1"),
                    new PlanChange(Part.REPORTING_RULE, "R1", Change.WITHDRAWN, "Điều 1"))));
  }

  @Test
  void everyChangeRestsOnAClauseAndNoClauseIsWithoutAChange() {
    Refused.forFields(
        () ->
            decided(
                amend(
                    null,
                    List.of(new AmendPlan.Clause(Part.ITEM, "II", "Điều 2")),
                    due(LocalDate.of(2024, 6, 1))),
                given()),
        "clause",
        "clause",
        "clauses[0].id");
  }

  private static AssignmentRule bound(LocalDate day, String... agencies) {
    AssignmentRule rule = named("A1", agencies);
    return new AssignmentRule(
        rule.id(),
        rule.item(),
        rule.title(),
        rule.assignees(),
        rule.roles(),
        null,
        DueRule.by(day),
        null);
  }

  @Test
  void anAmendmentChargesNobodyWithWhatWasDueBeforeIt() {
    LocalDate past = TODAY.minusDays(1);
    Plan two = after(GivenPlan.usual().assignments(bound(past, DISTRICT, HOME_AFFAIRS)).issued());
    Refused.forFields(
        () -> decided(amend("Điều 1", List.of(), bound(past.minusDays(1), DISTRICT)), two),
        "assignments[0].due");
    Refused.forFields(
        () ->
            decided(
                amend("Điều 1", List.of(), bound(past, DISTRICT, HOME_AFFAIRS, OTHER_DISTRICT)),
                two),
        "assignments[0].due");
    assertThat(decided(amend("Điều 1", List.of(), bound(past, DISTRICT)), two)).hasSize(1);
    assertThat(decided(amend("Điều 1", List.of(), bound(TODAY, DISTRICT)), two)).hasSize(1);
    Plan rested =
        after(
            GivenPlan.usual().assignments(bound(past, DISTRICT, HOME_AFFAIRS)).issued(),
            new PlanSuspended(ID.value(), past, "Bão", "CV 3"),
            new PlanResumed(ID.value(), TODAY, 1, 1, "Bão qua", "CV 4"));
    assertThat(
            decided(
                amend("Điều 1", List.of(), bound(past, DISTRICT, HOME_AFFAIRS, OTHER_DISTRICT)),
                rested))
        .hasSize(1);
  }

  @Test
  void aDutyGetsNoMarkThatAPartMayHaveButOneOnRecordKeepsIts() {
    AssignmentRule marked = named(ID.value(), DISTRICT);
    Refused.forFields(
        () -> decided(amend("Điều 1", List.of(), marked), given()), "assignments[0].id");
    Plan kept = after(GivenPlan.usual().assignments(marked).issued());
    assertThat(decided(amend("Điều 1", List.of(), marked, named("A2", DISTRICT)), kept)).hasSize(1);
  }

  private static AssignmentRule bound(DutyRole role, LocalDate day) {
    AssignmentRule rule = bound(day, DISTRICT);
    return new AssignmentRule(
        rule.id(),
        rule.item(),
        rule.title(),
        rule.assignees(),
        List.of(role),
        null,
        rule.due(),
        null);
  }

  @Test
  void anAmendmentMakesNoOrderOfARequestWhoseDayHasPassed() {
    LocalDate past = TODAY.minusDays(1);
    Plan asking = after(GivenPlan.usual().assignments(bound(DutyRole.REQUEST, past)).issued());
    Refused.forFields(
        () -> decided(amend("Điều 1", List.of(), bound(DutyRole.LEAD, past)), asking),
        "assignments[0].due");
    assertThat(decided(amend("Điều 1", List.of(), bound(DutyRole.LEAD, TODAY)), asking)).hasSize(1);
    Plan ordering = after(GivenPlan.usual().assignments(bound(DutyRole.LEAD, past)).issued());
    assertThat(decided(amend("Điều 1", List.of(), bound(DutyRole.REQUEST, past)), ordering))
        .hasSize(1);
    assertThat(decided(amend("Điều 1", List.of(), bound(DutyRole.EXECUTE, past)), ordering))
        .hasSize(1);
  }

  @Test
  void anAmendmentThatChangesNothingIsNoneAndAMarkThatWasWithdrawnStaysSo() {
    AssignmentRule other = named("A2", DISTRICT);
    Plan amended = amended(amend("Điều 1", List.of(), other), given());
    assertThat(amended.version()).isEqualTo(2);
    assertThat(amended.present().assignments()).containsExactly(other);
    assertThat(decided(amend(2, "Điều 1", List.of(), other), amended)).isEmpty();
    Refused.forFields(
        () -> decided(amend(2, "Điều 1", List.of(), named("A1", DISTRICT), other), amended),
        "assignments");
  }

  @Test
  void anAmendmentThatWasWrittenFromAnotherVersionIsRefusedAndTellsBoth() {
    Plan amended = amended(amend("Điều 1", List.of(), named("A2", DISTRICT)), given());
    for (int version : new int[] {0, 1, 3}) {
      AmendPlan stale = amend(version, "Điều 1", List.of(), named("A3", DISTRICT));
      Refusal refusal = Refused.with(RefusalCode.CONFLICT, () -> decided(stale, amended));
      assertThat(refusal.messageKey()).isEqualTo("refusal.other-version");
      assertThat(refusal.arguments())
          .containsExactly(
              Integer.toString(version), "2", "@event.plan-amended", amended.course().taken().by());
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () -> stale.decide(amended, official(DISTRICT), WHEN, AGENCIES, plans(null)));
    }
    AmendPlan faulty = amend(1, " ", List.of(), due(LocalDate.of(2024, 1, 1)));
    Refused.with(RefusalCode.CONFLICT, () -> decided(faulty, amended));
    assertThat(decided(amend(2, "Điều 1", List.of(), named("A3", DISTRICT)), amended)).hasSize(1);
  }

  @Test
  void theSameAmendmentAgainChangesNothingWhateverCameBetweenButAnother() {
    AmendPlan.Clause clause = new AmendPlan.Clause(Part.ASSIGNMENT, "A1", "khoản 2 Điều 1");
    AssignmentRule moved = due(LocalDate.of(2024, 6, 1));
    AmendPlan first = amend("Điều 1", List.of(clause), moved);
    Plan once = amended(first, given());
    assertThat(decided(first, once)).isEmpty();
    Plan suspended = Plan.evolve(once, suspended(), Given.taken("p.HGI"));
    assertThat(decided(first, suspended)).isEmpty();
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> first.decide(once, official(DISTRICT), WHEN, AGENCIES, plans(null)));
    Refused.with(
        RefusalCode.CONFLICT,
        () -> first.decide(once, Given.colleague(PROVINCE), WHEN, AGENCIES, plans(null)));
    for (AmendPlan other :
        List.of(
            amend("Điều 2", List.of(clause), moved),
            amend("Điều 1", List.of(), moved),
            amend(
                "Điều 1", List.of(clause, new AmendPlan.Clause(Part.ITEM, "II", "Điều 1")), moved),
            amend("Điều 1", List.of(clause), due(LocalDate.of(2024, 7, 1))))) {
      Refused.with(RefusalCode.CONFLICT, () -> decided(other, once));
    }
    Plan twice = amended(amend(2, "Điều 1", List.of(), due(LocalDate.of(2024, 6, 30))), once);
    Plan back = amended(amend(3, "Điều 1", List.of(), moved), twice);
    Refused.with(RefusalCode.CONFLICT, () -> decided(first, twice));
    Refused.with(RefusalCode.CONFLICT, () -> decided(first, back));
  }

  @Test
  void aVersionDoesNotBeginBeforeTheOneThatItChangesNorWhileThePlanRested() {
    Plan amended = amended(amend("Điều 1", List.of(), named("A2", DISTRICT)), given());
    AmendPlan again = amend(2, "Điều 1", List.of(), named("A3", DISTRICT));
    Refused.forFields(
        () ->
            again.decide(
                amended, official(PROVINCE), on(TODAY.minusDays(1)), AGENCIES, plans(null)),
        "happenedOn");
    assertThat(again.decide(amended, official(PROVINCE), on(TODAY), AGENCIES, plans(null)))
        .hasSize(1);
    PlanResumed resumed = new PlanResumed(ID.value(), MAY_8.plusDays(3), 3, 3, "Bão qua", "CV 3");
    AmendPlan rested = amend("Điều 1", List.of(), named("A3", DISTRICT));
    Refused.forFields(
        () ->
            rested.decide(
                given(suspended(), resumed),
                official(PROVINCE),
                on(MAY_8.plusDays(2)),
                AGENCIES,
                plans(null)),
        "happenedOn");
  }

  @Test
  void whatIsOnlyToldOfAPlanMayHaveHappenedBeforeItsLastChange() {
    Plan amended = amended(amend("Điều 1", List.of(), named("A2", DISTRICT)), given());
    assertThat(amended.openSince("review-plan")).isEqualTo(plan().issueDate());
    assertThat(amended.openSince("revoke-plan")).isEqualTo(TODAY);
  }

  private static Plan amended(AmendPlan command, Plan plan) {
    return Plan.evolve(plan, decided(command, plan).getFirst(), Given.taken("p.HGI"));
  }

  private static AssignmentRule named(String id, String... agencies) {
    AssignmentRule rule = Given.ownPlans();
    return new AssignmentRule(
        id,
        rule.item(),
        rule.title(),
        new Assignees(List.of(agencies), List.of(), List.of()),
        rule.roles(),
        null,
        null,
        null);
  }

  @Test
  void aListThatIsLeftOutStaysAsItIsAndAnEmptyOneWithdrawsAll() {
    AmendPlan noReports =
        new AmendPlan(ID, 1, "Điều chỉnh", BASIS, "Điều 1", List.of(), null, null, List.of(), null);
    Plan amended = amended(noReports, given());
    assertThat(amended.present().items()).isEqualTo(plan().items());
    assertThat(amended.present().assignments()).isEqualTo(plan().assignments());
    assertThat(amended.present().reportingRules()).isEmpty();
    AmendPlan nothing =
        new AmendPlan(ID, 1, "Điều chỉnh", BASIS, "Điều 1", List.of(), null, null, null, null);
    assertThat(decided(nothing, given())).isEmpty();
  }

  @Test
  void anAmendmentAfterWhichNobodyIsBoundIsNone() {
    Refused.forFields(() -> decided(amend("Điều 1", List.of()), given()), "assignments");
  }

  @Test
  void whoIsNamedAnewExistsOnTheDayOfTheAmendmentAndWhoWasNamedBeforeStays() {
    LocalDate reform = LocalDate.of(2024, 5, 1);
    Agencies reformed =
        Given.agencies(
            List.of(
                new AgencyRegistered(
                    "HGI.X",
                    "Đơn vị mới",
                    AgencyKind.PEOPLES_COMMITTEE,
                    AgencyLevel.DISTRICT,
                    PROVINCE,
                    reform,
                    null,
                    null),
                new AgencyMerged(DISTRICT, "HGI.X", reform, BASIS)));
    PlanEvent first =
        amend("Điều 1", List.of(), named("A1", DISTRICT))
            .decide(
                given(),
                official(PROVINCE),
                new Occurrence(Given.NOW, reform.minusDays(2), "muộn", 7),
                AGENCIES,
                plans(null))
            .getFirst();
    Plan plan = given(first);
    AmendPlan wider = amend(2, "Điều 1", List.of(), named("A1", DISTRICT, "HGI.X"));
    assertThat(wider.decide(plan, official(PROVINCE), WHEN, reformed, plans(null))).hasSize(1);
    Refused.forFields(
        () ->
            wider.decide(
                plan,
                official(PROVINCE),
                new Occurrence(Given.NOW, reform.minusDays(1), "muộn", 7),
                reformed,
                plans(null)),
        "assignments[0].assignees.agencies[1]");
    AmendPlan another =
        amend(2, "Điều 1", List.of(), named("A1", DISTRICT), named("A2", "HGI.X", DISTRICT));
    Refused.forFields(
        () -> another.decide(plan, official(PROVINCE), WHEN, reformed, plans(null)),
        "assignments[1].assignees.agencies[1]");
  }

  @Test
  void anAmendmentIsHeldToWhatEveryPlanIsHeldTo() {
    Refused.forFields(
        () -> decided(amend("Điều 1", List.of(), due(LocalDate.of(2024, 1, 1))), given()),
        "assignments[0].due");
    AmendPlan twice =
        new AmendPlan(
            ID,
            1,
            "x",
            BASIS,
            "Điều 1",
            List.of(),
            List.of(new Item("I", "a"), new Item("I", "b")),
            List.of(),
            List.of(quarterly()),
            List.of());
    Refused.forFields(() -> decided(twice, given()), "items[1].outline");
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> twice.decide(given(), official(DISTRICT), WHEN, AGENCIES, plans(null)));
  }

  @Test
  void aSuccessorStandsWhereTheIssuerOrTheFocalAgencyStood() {
    TransferPlan transfer = new TransferPlan(ID, PROVINCE, "TQU", "Sáp nhập", BASIS);
    PlanTransferred transferred =
        new PlanTransferred(ID.value(), PROVINCE, "TQU", "Sáp nhập", BASIS);
    assertThat(transfer.decide(given(), Actor.SYSTEM, WHEN)).containsExactly(transferred);
    assertThat(transfer.decide(given(suspended()), Actor.SYSTEM, WHEN))
        .containsExactly(transferred);
    Plan after = given(transferred);
    assertThat(transfer.decide(after, Actor.SYSTEM, WHEN)).isEmpty();
    SuspendPlan suspend = new SuspendPlan(ID, "Chống bão", "CV 3");
    assertThat(suspend.decide(after, official("TQU"), on(MAY_8))).hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> suspend.decide(after, official(PROVINCE), on(MAY_8)));
    assertThat(after.present().issuer()).isEqualTo(PROVINCE);
  }

  @Test
  void onlyTheSystemTransfersAPlanAndOnlyOneThatRuns() {
    TransferPlan transfer = new TransferPlan(ID, PROVINCE, "TQU", "Sáp nhập", BASIS);
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> transfer.decide(given(), official(PROVINCE), WHEN));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            transfer.decide(
                given(new PlanRevoked(ID.value(), "Sai thẩm quyền", BASIS)), Actor.SYSTEM, WHEN));
  }

  @Test
  void aPlanIsIssuedOnlyUnderOneThatIsInForce() {
    IssuePlan below = under(ID, DISTRICT, Given.ISSUED);
    assertThat(below.decide(null, official(DISTRICT), WHEN, AGENCIES, plans(plan()), RULES))
        .hasSize(1);
    Refused.forFields(
        () ->
            below.decide(
                null,
                official(DISTRICT),
                WHEN,
                AGENCIES,
                plans(plan(), PlanStatus.SUSPENDED),
                RULES),
        "parent");
  }

  private static IssuePlan under(PlanId parent, String issuer, LocalDate day) {
    return GivenPlan.bare()
        .number("5")
        .issuedOn(day)
        .issuedBy(issuer)
        .under(parent.value())
        .reports(quarterly())
        .issue();
  }

  private static void issue(IssuePlan plan, PlanIssued above, Agencies agencies) {
    plan.decide(null, official(plan.issuer()), WHEN, agencies, plans(above), RULES);
  }

  @Test
  void aPlanIsIssuedOnlyUnderOneThatBindsItsIssuer() {
    PlanIssued ofDistrict =
        (PlanIssued)
            under(ID, DISTRICT, Given.ISSUED)
                .decide(null, official(DISTRICT), WHEN, AGENCIES, plans(plan()), RULES)
                .getFirst();
    PlanId its = new PlanId(ofDistrict.planId());
    issue(under(its, DISTRICT, Given.TODAY), ofDistrict, AGENCIES);
    for (String other : List.of(OTHER_DISTRICT, PROVINCE)) {
      Refused.forFields(
          () -> issue(under(its, other, Given.ISSUED), ofDistrict, AGENCIES), "parent");
    }
  }

  @Test
  void whoeverAPlanNamesForADutyMayHangAPlanUnderIt() {
    ReportingRule rule = quarterly();
    PlanIssued named =
        Given.planWith(
            new ReportingRule(
                rule.id(),
                rule.title(),
                rule.frequency(),
                rule.window(),
                new Assignees(List.of("MTTQ"), List.of(), List.of()),
                rule.due(),
                rule.addressees()));
    Agencies andFront =
        agencies(List.of(Given.registered("MTTQ", null), Given.registered("DTN", null)));
    issue(under(ID, "MTTQ", Given.ISSUED), named, andFront);
    Refused.forFields(() -> issue(under(ID, "DTN", Given.ISSUED), named, andFront), "parent");
  }
}
