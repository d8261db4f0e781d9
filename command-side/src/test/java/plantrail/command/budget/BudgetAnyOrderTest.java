package plantrail.command.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.budget.allocatebudget.AllocateBudget;
import plantrail.command.budget.correctallocation.CorrectAllocation;
import plantrail.command.budget.correctdisbursement.CorrectDisbursement;
import plantrail.command.budget.disbursefunds.DisburseFunds;
import plantrail.command.budget.domain.Budget;
import plantrail.command.budget.transferbudget.TransferBudget;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.kernel.budget.AllocationCorrected;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.budget.BudgetTransferred;
import plantrail.kernel.budget.DisbursementCorrected;
import plantrail.kernel.budget.FundsDisbursed;
import plantrail.kernel.message.Actor;
import plantrail.kernel.workflow.Relation;

class BudgetAnyOrderTest extends AnyOrder<Budget, BudgetEvent> {
  private static final String SOURCE = "Ngân sách tỉnh";
  private static final BudgetId BUDGET =
      BudgetId.of(Given.plan().planId(), null, Given.DISTRICT, SOURCE);

  /** Who may come to stand somewhere, and leave it again. */
  private static final List<String> PLACES =
      List.of(Given.DISTRICT, Given.FINANCE, Given.HOME_AFFAIRS, Given.PROVINCE);

  @Override
  protected Class<?> aggregate() {
    return BudgetAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(
        Given.official(Given.DISTRICT),
        Given.official(Given.HOME_AFFAIRS),
        Given.official(Given.PROVINCE),
        Actor.SYSTEM);
  }

  @Override
  protected int steps() {
    return 120;
  }

  @Override
  protected Attempt<Budget, BudgetEvent> any(Random random, Occurrence when) {
    long amount =
        random.nextInt(20) == 0
            ? anyOf(random, List.of(Long.MIN_VALUE, Long.MAX_VALUE, Budget.MOST))
            : random.nextInt(60) - 5;
    if (random.nextInt(6) == 0) {
      AllocateBudget allocate =
          new AllocateBudget(Given.plan().planId(), null, Given.DISTRICT, SOURCE, amount, "QĐ 512");
      return new Attempt<>(
          "allocate-budget",
          (budget, actor) ->
              allocate.decide(budget, actor, when, Given.plans(Given.plan()), Given.AGENCIES));
    }
    String text = random.nextInt(8) == 0 ? " " : "Văn bản " + random.nextInt(3);
    String voucher = "UNC " + random.nextInt(6);
    BudgetCommand command =
        switch (random.nextInt(6)) {
          case 2, 5 ->
              new TransferBudget(
                  BUDGET, anyOf(random, PLACES), anyOf(random, PLACES), "sáp nhập", "NQ 1");
          case 0 -> new CorrectAllocation(BUDGET, amount, text, "CV 1");
          case 1 -> new CorrectDisbursement(BUDGET, voucher, amount, text);
          default -> new DisburseFunds(BUDGET, voucher, amount, text);
        };
    return new Attempt<>(
        CommandRegistry.nameOf(command.getClass()),
        (budget, actor) -> budget == null ? List.of() : command.decide(budget, actor, when));
  }

  @Override
  protected Set<Relation> relations(Budget budget, BudgetEvent event, Actor actor) {
    return budget.relations(actor);
  }

  @Override
  protected Budget evolve(@Nullable Budget budget, BudgetEvent event, Taken taken) {
    return Budget.evolve(budget, event, taken);
  }

  @Override
  protected Facts begins(BudgetEvent event, Taken taken) {
    BudgetAllocated e = (BudgetAllocated) event;
    return fact("allocated", e)
        .with("parties", new Budget.Parties(e.agency(), e.issuer(), e.focal()))
        .with("amount", e.amount())
        .with("disbursed", Map.of());
  }

  private static Facts disbursed(Budget before, String voucher, Budget.Disbursed what) {
    Map<String, Budget.Disbursed> all = new HashMap<>(before.disbursed());
    all.put(voucher, what);
    return fact("disbursed", all);
  }

  @Override
  protected Facts leaves(Budget before, BudgetEvent event, Taken taken) {
    Budget.Parties parties = before.parties();
    return switch (event) {
      case BudgetAllocated e -> throw new AssertionError("allocated twice: " + e);
      case AllocationCorrected e -> fact("amount", e.amount());
      case FundsDisbursed e ->
          disbursed(before, e.voucher(), new Budget.Disbursed(e.amount(), e.purpose()));
      case DisbursementCorrected e ->
          disbursed(
              before,
              e.voucher(),
              new Budget.Disbursed(
                  e.amount(),
                  Objects.requireNonNull(before.disbursed().get(e.voucher())).purpose()));
      case BudgetTransferred e ->
          fact(
              "parties",
              new Budget.Parties(
                  e.inPlaceOf(parties.agency()),
                  e.inPlaceOf(parties.issuer()),
                  parties.focal() == null ? null : e.inPlaceOf(parties.focal())));
    };
  }

  @Override
  protected void holds(@Nullable Budget before, BudgetEvent event, Budget after) {
    assertThat(after.disbursed().values()).allMatch(each -> each.amount() >= 0);
    assertThat(after.total()).isBetween(0L, after.amount());
    assertThat(after.amount()).isBetween(1L, Budget.MOST);
    if (before == null) {
      return;
    }
    if (event instanceof BudgetTransferred e) {
      assertThat(before.parties().include(e.predecessor())).as("whose place is taken").isTrue();
    }
    if (event instanceof FundsDisbursed funds) {
      assertThat(before.disbursed()).doesNotContainKey(funds.voucher());
    }
  }
}
