package plantrail.kernel.workflow;

import static plantrail.kernel.target.TargetState.SET;
import static plantrail.kernel.target.TargetState.WITHDRAWN;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.ISSUER;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SYSTEM;
import static plantrail.kernel.workflow.UnderPlan.CARRIED_OUT;
import static plantrail.kernel.workflow.UnderPlan.IN_FORCE;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.stay;
import static plantrail.kernel.workflow.Workflow.step;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.target.TargetState;

/** The life of a target. */
public final class TargetWorkflow {
  public static final Workflow<TargetState> TABLE =
      Workflow.of(
          "target",
          TargetState.class,
          begin("set-target", SET, ISSUER, FOCAL, SYSTEM).under(UnderPlan.IN_FORCE),
          stay("record-measurement", Set.of(SET), RESPONSIBLE, FOCAL, ISSUER)
              .under(CARRIED_OUT)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          stay("correct-measurement", Set.of(SET), RESPONSIBLE, FOCAL, ISSUER),
          stay("change-target", Set.of(SET), ISSUER, SYSTEM)
              .under(IN_FORCE)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          step("withdraw-target", Set.of(SET), WITHDRAWN, ISSUER, SYSTEM)
              .under(IN_FORCE)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          stay("transfer-target", Set.of(SET), SYSTEM));

  private TargetWorkflow() {}

  /**
   * How the actor stands to a measurement; to the target itself as to its plan.
   *
   * @param agency code of the agency measured
   */
  public static Set<Relation> relationsToMeasurement(
      Actor actor, String issuer, @Nullable String focal, String agency) {
    Set<Relation> relations = PlanWorkflow.relations(actor, issuer, focal);
    if (actor.actsFor(agency)) {
      relations.add(RESPONSIBLE);
    }
    return relations;
  }
}
