package plantrail.command.budget.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
import plantrail.kernel.budget.AllocationCorrected;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.BudgetState;
import plantrail.kernel.budget.BudgetTransferred;
import plantrail.kernel.budget.DisbursementCorrected;
import plantrail.kernel.budget.FundsDisbursed;
import plantrail.kernel.message.Actor;
import plantrail.kernel.workflow.BudgetWorkflow;
import plantrail.kernel.workflow.Relation;

/**
 * A budget as its record tells.
 *
 * @param allocated how it was allocated
 * @param parties who stands where now
 * @param amount what is allocated now, in đồng
 * @param disbursed what was disbursed, in đồng, by voucher
 * @param last the last event
 * @param lastBy user name of the person who took the last step
 */
public record Budget(
    BudgetAllocated allocated,
    Parties parties,
    long amount,
    Map<String, Long> disbursed,
    BudgetEvent last,
    String lastBy)
    implements Subject {
  /** Largest amount, in đồng: four times what the whole state spends in a year. */
  public static final long MOST = 9_000_000_000_000_000L;

  public Budget {
    disbursed = Map.copyOf(disbursed);
  }

  /**
   * Who stands where.
   *
   * @param agency code of the agency that disburses it
   * @param issuer code of the agency that issued the plan
   * @param focal code of the plan's focal agency; null if none
   */
  public record Parties(String agency, String issuer, @Nullable String focal) {

    Parties after(BudgetTransferred e) {
      return new Parties(
          e.inPlaceOf(agency), e.inPlaceOf(issuer), focal == null ? null : e.inPlaceOf(focal));
    }

    /** Whether that agency stands anywhere. */
    public boolean include(String agency) {
      return this.agency.equals(agency) || issuer.equals(agency) || agency.equals(focal);
    }
  }

  /** The budget after one more event. */
  public static Budget evolve(@Nullable Budget budget, BudgetEvent event, String by) {
    if (event instanceof BudgetAllocated allocated) {
      return new Budget(
          allocated,
          new Parties(allocated.agency(), allocated.issuer(), allocated.focal()),
          allocated.amount(),
          Map.of(),
          allocated,
          by);
    }
    if (budget == null) {
      throw new IllegalStateException("A budget's record begins with its allocation");
    }
    return switch (event) {
      case BudgetAllocated e -> throw new IllegalStateException("A budget is allocated once");
      case AllocationCorrected e ->
          new Budget(budget.allocated, budget.parties, e.amount(), budget.disbursed, e, by);
      case FundsDisbursed e -> budget.with(e.voucher(), e.amount(), e, by);
      case DisbursementCorrected e -> budget.with(e.voucher(), e.amount(), e, by);
      case BudgetTransferred e ->
          new Budget(
              budget.allocated, budget.parties.after(e), budget.amount, budget.disbursed, e, by);
    };
  }

  private Budget with(String voucher, long much, BudgetEvent event, String by) {
    Map<String, Long> more = new HashMap<>(disbursed);
    more.put(voucher, much);
    return new Budget(allocated, parties, amount, more, event, by);
  }

  /** What may still be disbursed, in đồng. */
  public long left() {
    return amount - total();
  }

  /** What was disbursed in all, in đồng. */
  public long total() {
    return disbursed.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public String plan() {
    return allocated.planId();
  }

  @Override
  public LocalDate begun() {
    return allocated.allocatedOn();
  }

  /** Refuses unless the actor may take that step. */
  public void permit(String step, Actor actor) {
    BudgetWorkflow.TABLE.permit(step, relations(actor));
  }

  /** Takes a step of the workflow; the same person saying the same again changes nothing. */
  public List<BudgetEvent> take(String step, BudgetEvent event, Actor actor) {
    open(step, actor);
    return event.equals(last) && actor.person().equals(lastBy) ? List.of() : List.of(event);
  }

  /** Refuses unless the actor may take the step now. */
  public void open(String step, Actor actor) {
    BudgetWorkflow.TABLE.take(step, BudgetState.ALLOCATED, relations(actor));
  }

  /** How the actor stands to it. */
  public Set<Relation> relations(Actor actor) {
    return BudgetWorkflow.relations(actor, parties.agency, parties.issuer, parties.focal);
  }
}
