package plantrail.kernel.workflow;

import static plantrail.kernel.workflow.Relation.ISSUER;
import static plantrail.kernel.workflow.Workflow.begin;

import java.util.Set;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanStatus;

/** The life of a plan. */
public final class PlanWorkflow {
  public static final Workflow<PlanStatus> TABLE =
      Workflow.of("plan", PlanStatus.class, begin("issue-plan", PlanStatus.IN_FORCE, ISSUER));

  private PlanWorkflow() {}

  /** How the actor stands to a plan of that issuer. */
  public static Set<Relation> relations(Actor actor, String issuer) {
    Set<Relation> relations = Workflow.none();
    if (actor.actsFor(issuer)) {
      relations.add(ISSUER);
    }
    return relations;
  }
}
