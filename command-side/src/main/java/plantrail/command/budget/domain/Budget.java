package plantrail.command.budget.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Course;
import plantrail.command.Stepwise;
import plantrail.command.platform.Taken;
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
import plantrail.kernel.workflow.Workflow;

/**
 * A budget as its record tells.
 *
 * @param allocated how it was allocated
 * @param parties who stands where now
 * @param amount what is allocated now, in đồng
 * @param disbursed what was disbursed, by voucher
 * @param course how it came to its present state
 */
public record Budget(
    BudgetAllocated allocated,
    Parties parties,
    long amount,
    Map<String, Disbursed> disbursed,
    Course<BudgetEvent> course)
    implements Stepwise<BudgetEvent> {
  /** Largest amount, in đồng: four times what the whole state spends in a year. */
  public static final long MOST = 9_000_000_000_000_000L;

  public Budget {
    disbursed = Map.copyOf(disbursed);
  }

  /**
   * What was disbursed on a voucher.
   *
   * @param amount in đồng, as corrected last
   * @param purpose what for; null if not stated
   */
  public record Disbursed(long amount, @Nullable String purpose) {}

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
  public static Budget evolve(@Nullable Budget budget, BudgetEvent event, Taken taken) {
    if (event instanceof BudgetAllocated allocated) {
      return new Budget(
          allocated,
          new Parties(allocated.agency(), allocated.issuer(), allocated.focal()),
          allocated.amount(),
          Map.of(),
          Course.beginning(BudgetState.ALLOCATED, allocated.allocatedOn(), allocated, taken));
    }
    if (budget == null) {
      throw new IllegalStateException("A budget's record begins with its allocation");
    }
    return new Budget(
        budget.allocated,
        event instanceof BudgetTransferred e ? budget.parties.after(e) : budget.parties,
        event instanceof AllocationCorrected e ? e.amount() : budget.amount,
        budget.disbursedAfter(event),
        budget.course.after(BudgetState.ALLOCATED, event, taken));
  }

  private Map<String, Disbursed> disbursedAfter(BudgetEvent event) {
    return switch (event) {
      case BudgetAllocated e -> disbursed;
      case AllocationCorrected e -> disbursed;
      case BudgetTransferred e -> disbursed;
      case FundsDisbursed e -> with(e.voucher(), new Disbursed(e.amount(), e.purpose()));
      case DisbursementCorrected e ->
          with(e.voucher(), new Disbursed(e.amount(), purpose(e.voucher())));
    };
  }

  private @Nullable String purpose(String voucher) {
    Disbursed before = disbursed.get(voucher);
    return before == null ? null : before.purpose();
  }

  private Map<String, Disbursed> with(String voucher, Disbursed what) {
    Map<String, Disbursed> more = new HashMap<>(disbursed);
    more.put(voucher, what);
    return more;
  }

  /** What may still be disbursed, in đồng. */
  public long left() {
    return amount - total();
  }

  /** What was disbursed in all, in đồng. */
  public long total() {
    return disbursed.values().stream().mapToLong(Disbursed::amount).sum();
  }

  @Override
  public String plan() {
    return allocated.planId();
  }

  @Override
  public Workflow<BudgetState> workflow() {
    return BudgetWorkflow.TABLE.at(course.workflows());
  }

  @Override
  public void open(String step, Actor actor) {
    workflow().take(step, BudgetState.ALLOCATED, relations(actor));
  }

  @Override
  public Set<Relation> relations(Actor actor) {
    return BudgetWorkflow.relations(actor, parties.agency, parties.issuer, parties.focal);
  }
}
