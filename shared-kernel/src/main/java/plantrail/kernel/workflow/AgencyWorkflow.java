package plantrail.kernel.workflow;

import static plantrail.kernel.agency.AgencyState.DISSOLVED;
import static plantrail.kernel.agency.AgencyState.MERGED;
import static plantrail.kernel.agency.AgencyState.REGISTERED;
import static plantrail.kernel.agency.AgencyState.SPLIT;
import static plantrail.kernel.workflow.Relation.REGISTRAR;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.step;

import java.util.Set;
import plantrail.kernel.agency.AgencyState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

/** The life of an agency in the registry. */
public final class AgencyWorkflow {
  public static final Workflow<AgencyState> TABLE =
      Workflow.of(
          "agency",
          AgencyState.class,
          begin("register-agency", REGISTERED, REGISTRAR),
          step("rename-agency", Set.of(REGISTERED), REGISTERED, REGISTRAR),
          step("move-agency", Set.of(REGISTERED), REGISTERED, REGISTRAR),
          step("merge-agencies", Set.of(REGISTERED), MERGED, REGISTRAR),
          step("split-agency", Set.of(REGISTERED), SPLIT, REGISTRAR),
          step("dissolve-agency", Set.of(REGISTERED), DISSOLVED, REGISTRAR));

  private AgencyWorkflow() {}

  /** How the actor stands to the registry. */
  public static Set<Relation> relations(Actor actor) {
    Set<Relation> relations = Workflow.none();
    if (actor.role() == Role.ADMIN) {
      relations.add(REGISTRAR);
    }
    return relations;
  }
}
