package plantrail.kernel.workflow;

import static plantrail.kernel.mandate.MandateState.GRANTED;
import static plantrail.kernel.mandate.MandateState.REVOKED;
import static plantrail.kernel.workflow.Relation.MANDATOR;
import static plantrail.kernel.workflow.Relation.REGISTRAR;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.step;

import java.util.Set;
import plantrail.kernel.mandate.MandateState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

/** The life of a mandate. */
public final class MandateWorkflow {
  public static final Workflow<MandateState> TABLE =
      Workflow.of(
          "mandate",
          MandateState.class,
          begin("grant-mandate", GRANTED, MANDATOR, REGISTRAR),
          step("revoke-mandate", Set.of(GRANTED), REVOKED, MANDATOR, REGISTRAR));

  private MandateWorkflow() {}

  /** How the actor stands to a mandate for that agency. Nobody passes a mandate on. */
  public static Set<Relation> relations(Actor actor, String agency) {
    Set<Relation> relations = Workflow.none();
    if (actor.mandate() == null && actor.actsFor(agency)) {
      relations.add(MANDATOR);
    }
    if (actor.role() == Role.ADMIN) {
      relations.add(REGISTRAR);
    }
    return relations;
  }
}
