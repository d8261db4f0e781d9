package plantrail.kernel.workflow;

import static plantrail.kernel.budget.BudgetState.ALLOCATED;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.ISSUER;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SYSTEM;
import static plantrail.kernel.workflow.UnderPlan.CARRIED_OUT;
import static plantrail.kernel.workflow.UnderPlan.IN_FORCE;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.stay;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.budget.BudgetState;
import plantrail.kernel.message.Actor;

/** The life of a budget. To the allocation of a new one an actor stands as to its plan. */
public final class BudgetWorkflow {
  public static final Workflow<BudgetState> TABLE =
      Workflow.of(
          "budget",
          BudgetState.class,
          begin("allocate-budget", ALLOCATED, ISSUER, FOCAL).under(IN_FORCE),
          stay("disburse-funds", Set.of(ALLOCATED), RESPONSIBLE)
              .under(CARRIED_OUT)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          stay("correct-disbursement", Set.of(ALLOCATED), RESPONSIBLE, ISSUER),
          stay("correct-allocation", Set.of(ALLOCATED), ISSUER, FOCAL)
              .under(IN_FORCE)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          stay("transfer-budget", Set.of(ALLOCATED), SYSTEM));

  private BudgetWorkflow() {}

  /**
   * How the actor stands to a budget.
   *
   * @param agency code of the agency that may disburse it
   */
  public static Set<Relation> relations(
      Actor actor, String agency, String issuer, @Nullable String focal) {
    Set<Relation> relations = PlanWorkflow.relations(actor, issuer, focal);
    if (actor.actsFor(agency)) {
      relations.add(RESPONSIBLE);
    }
    return relations;
  }
}
