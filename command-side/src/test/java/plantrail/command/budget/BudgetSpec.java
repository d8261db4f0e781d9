package plantrail.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.official;
import static plantrail.command.Given.plan;
import static plantrail.command.Given.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.budget.allocatebudget.AllocateBudget;
import plantrail.command.budget.correctallocation.CorrectAllocation;
import plantrail.command.budget.correctdisbursement.CorrectDisbursement;
import plantrail.command.budget.disbursefunds.DisburseFunds;
import plantrail.command.budget.domain.Budget;
import plantrail.command.budget.transferbudget.TransferBudget;
import plantrail.command.platform.Plans;
import plantrail.kernel.budget.AllocationCorrected;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.budget.BudgetTransferred;
import plantrail.kernel.budget.DisbursementCorrected;
import plantrail.kernel.budget.FundsDisbursed;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanStatus;

class BudgetSpec {
  private static final String SOURCE = "Ngân sách tỉnh";
  private static final String BASIS = "Quyết định 512/QĐ-UBND";
  private static final BudgetId BUDGET = BudgetId.of(plan().planId(), null, DISTRICT, SOURCE);
  private static final String ID = BUDGET.value();

  private static AllocateBudget allocate(@Nullable String item, String agency, long amount) {
    return new AllocateBudget(plan().planId(), item, agency, SOURCE, amount, BASIS);
  }

  private static List<BudgetEvent> decide(
      AllocateBudget command, @Nullable Budget budget, Actor actor) {
    return command.decide(budget, actor, WHEN, plans(plan()), AGENCIES);
  }

  private static Budget budget(BudgetEvent... events) {
    Budget budget =
        Budget.evolve(
            null,
            decide(allocate(null, DISTRICT, 100), null, official(PROVINCE)).getFirst(),
            Given.taken("p." + PROVINCE));
    for (BudgetEvent event : events) {
      budget = Budget.evolve(budget, event, Given.taken("p." + DISTRICT));
    }
    return budget;
  }

  private static FundsDisbursed disbursed(String voucher, long amount) {
    return new FundsDisbursed(ID, voucher, amount, null, TODAY);
  }

  private static DisburseFunds disburse(String voucher, long amount) {
    return new DisburseFunds(BUDGET, voucher, amount, null);
  }

  @Test
  void theIssuerOrTheFocalAgencyAllocates() {
    for (String by : List.of(PROVINCE, HOME_AFFAIRS)) {
      assertThat(decide(allocate(null, DISTRICT, 100), null, official(by)))
          .containsExactly(
              new BudgetAllocated(
                  ID,
                  plan().planId(),
                  plan().document(),
                  null,
                  DISTRICT,
                  SOURCE,
                  100,
                  BASIS,
                  PROVINCE,
                  plan().focal(),
                  TODAY));
    }
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> decide(allocate(null, DISTRICT, 100), null, official(DISTRICT)));
  }

  @Test
  void theSameAllocationIsMadeOnceAndAnotherAmountIsACorrection() {
    assertThat(decide(allocate(null, DISTRICT, 100), budget(), official(HOME_AFFAIRS))).isEmpty();
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () -> decide(allocate(null, DISTRICT, 90), budget(), official(PROVINCE)));
  }

  @Test
  void anAllocationNeedsAnAgencyAndAnItemOfThePlanAndAnAmount() {
    Refused.forFields(
        () -> decide(allocate("IX.9", "XX", 0), null, official(PROVINCE)),
        "item",
        "agency",
        "amount");
    Refused.forFields(
        () -> decide(allocate(null, DISTRICT, Budget.MOST + 1), null, official(PROVINCE)),
        "amount");
  }

  @Test
  void aPlanThatIsNotInForceGetsNoMoney() {
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            allocate(null, DISTRICT, 100)
                .decide(
                    null, official(PROVINCE), WHEN, plans(plan(), PlanStatus.CONCLUDED), AGENCIES));
  }

  @Test
  void theAgencyDisbursesWithinWhatIsLeft() {
    assertThat(disburse("UNC 1", 60).decide(budget(), official(DISTRICT), WHEN))
        .containsExactly(disbursed("UNC 1", 60));
    Budget rest = budget(disbursed("UNC 1", 60));
    assertThat(disburse("UNC 2", 40).decide(rest, official(DISTRICT), WHEN)).hasSize(1);
    Refused.forFields(() -> disburse("UNC 2", 41).decide(rest, official(DISTRICT), WHEN), "amount");
    Refused.forFields(() -> disburse("UNC 2", 0).decide(rest, official(DISTRICT), WHEN), "amount");
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> disburse("UNC 2", 1).decide(rest, official(OTHER_DISTRICT), WHEN));
  }

  @Test
  void aVoucherIsDisbursedOnce() {
    Budget rest = budget(disbursed("UNC 1", 60));
    assertThat(disburse("UNC 1", 60).decide(rest, official(DISTRICT), WHEN)).isEmpty();
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () -> disburse("UNC 1", 50).decide(rest, official(DISTRICT), WHEN));
  }

  @Test
  void aVoucherIsDisbursedForOnePurposeWhateverItsAmountIsCorrectedTo() {
    FundsDisbursed training = new FundsDisbursed(ID, "UNC 1", 60, "Tập huấn", TODAY);
    DisbursementCorrected less = new DisbursementCorrected(ID, "UNC 1", 60, 50, "Nhầm số");
    for (Budget rest : List.of(budget(training), budget(training, less))) {
      long amount = rest.total();
      DisburseFunds same = new DisburseFunds(BUDGET, "UNC 1", amount, "Tập huấn");
      assertThat(same.decide(rest, official(DISTRICT), WHEN)).isEmpty();
      for (String purpose : new String[] {"Hội nghị", null}) {
        DisburseFunds other = new DisburseFunds(BUDGET, "UNC 1", amount, purpose);
        Refused.with(
            RefusalCode.ALREADY_EXISTS, () -> other.decide(rest, official(DISTRICT), WHEN));
      }
    }
  }

  @Test
  void aCorrectedDisbursementStaysWithinTheAllocation() {
    Budget rest = budget(disbursed("UNC 1", 60), disbursed("UNC 2", 30));
    assertThat(
            new CorrectDisbursement(BUDGET, "UNC 1", 70, "Nhầm số")
                .decide(rest, official(DISTRICT), WHEN))
        .containsExactly(new DisbursementCorrected(ID, "UNC 1", 60, 70, "Nhầm số"));
    assertThat(
            new CorrectDisbursement(BUDGET, "UNC 1", 0, "Không chi")
                .decide(rest, official(PROVINCE), WHEN))
        .hasSize(1);
    Refused.forFields(
        () ->
            new CorrectDisbursement(BUDGET, "UNC 1", 71, "Nhầm số")
                .decide(rest, official(DISTRICT), WHEN),
        "amount");
    Refused.with(
        RefusalCode.NOT_FOUND,
        () ->
            new CorrectDisbursement(BUDGET, "UNC 9", 1, "Nhầm số")
                .decide(rest, official(DISTRICT), WHEN));
  }

  @Test
  void anAllocationIsNotCorrectedBelowWhatIsDisbursed() {
    Budget rest = budget(disbursed("UNC 1", 60));
    assertThat(
            new CorrectAllocation(BUDGET, 60, "Cắt giảm", "CV 812")
                .decide(rest, official(PROVINCE), WHEN))
        .containsExactly(new AllocationCorrected(ID, 100, 60, "Cắt giảm", "CV 812"));
    Refused.forFields(
        () ->
            new CorrectAllocation(BUDGET, 59, "Cắt giảm", "CV 812")
                .decide(rest, official(PROVINCE), WHEN),
        "amount");
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () ->
            new CorrectAllocation(BUDGET, 200, "Thêm", "CV 812")
                .decide(rest, official(DISTRICT), WHEN));
  }

  private static TransferBudget transfer(String from, String to) {
    return new TransferBudget(BUDGET, from, to, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
  }

  @Test
  void aSuccessorDisbursesWhatItsPredecessorLeft() {
    BudgetTransferred transferred =
        new BudgetTransferred(ID, DISTRICT, OTHER_DISTRICT, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
    assertThat(
            transfer(DISTRICT, OTHER_DISTRICT)
                .decide(budget(disbursed("UNC 1", 60)), Actor.SYSTEM, WHEN))
        .containsExactly(transferred);
    Budget moved = budget(disbursed("UNC 1", 60), transferred);
    assertThat(moved.left()).isEqualTo(40);
    assertThat(disburse("UNC 2", 40).decide(moved, official(OTHER_DISTRICT), WHEN)).hasSize(1);
    Refused.forFields(
        () -> disburse("UNC 2", 41).decide(moved, official(OTHER_DISTRICT), WHEN), "amount");
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> disburse("UNC 2", 1).decide(moved, official(DISTRICT), WHEN));
    assertThat(transfer(DISTRICT, OTHER_DISTRICT).decide(moved, Actor.SYSTEM, WHEN)).isEmpty();
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> transfer(DISTRICT, OTHER_DISTRICT).decide(budget(), official(DISTRICT), WHEN));
  }

  @Test
  void
      afterThePlansConclusionWhatIsDueIsPaidButNothingIsAllocatedAnewAndAfterItsRevocationNeither() {
    Plans concluded = plans(plan(), PlanStatus.CONCLUDED);
    Plans revoked = plans(plan(), PlanStatus.REVOKED);
    CorrectAllocation more = new CorrectAllocation(BUDGET, 200, "Thêm", "CV 812");
    assertThat(disburse("UNC 1", 60).decide(budget(), official(DISTRICT), WHEN, concluded))
        .hasSize(1);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> disburse("UNC 1", 60).decide(budget(), official(DISTRICT), WHEN, revoked));
    for (Plans over : List.of(concluded, revoked)) {
      Refused.with(
          RefusalCode.INVALID_STATE, () -> more.decide(budget(), official(PROVINCE), WHEN, over));
    }
  }
}
