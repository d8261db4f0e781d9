package plantrail.kernel.workflow;

import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.ISSUER;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SUPERIOR;
import static plantrail.kernel.workflow.Workflow.begin;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.message.Actor;

/** The life of an inspection. */
public final class InspectionWorkflow {
  public static final Workflow<InspectionState> TABLE =
      Workflow.of(
          "inspection",
          InspectionState.class,
          begin(
              "record-inspection", InspectionState.RECORDED, ISSUER, FOCAL, SUPERIOR, RESPONSIBLE));

  private InspectionWorkflow() {}

  /**
   * How the actor stands to the inspection of a unit under a plan. Nobody records an inspection in
   * another agency's name: whoever does not act for the inspector stands in no relation.
   *
   * @param inspector code of the agency that is said to have inspected
   * @param superiors codes of all agencies above the unit
   */
  public static Set<Relation> relations(
      Actor actor,
      String inspector,
      String unit,
      Collection<String> superiors,
      String issuer,
      @Nullable String focal) {
    Set<Relation> relations = Workflow.none();
    if (!actor.actsFor(inspector)) {
      return relations;
    }
    if (actor.actsFor(unit)) {
      relations.add(RESPONSIBLE);
    }
    if (actor.actsFor(issuer)) {
      relations.add(ISSUER);
    }
    if (actor.actsFor(focal)) {
      relations.add(FOCAL);
    }
    if (superiors.stream().anyMatch(actor::actsFor)) {
      relations.add(SUPERIOR);
    }
    return relations;
  }
}
