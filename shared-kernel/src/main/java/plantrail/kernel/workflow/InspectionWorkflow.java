package plantrail.kernel.workflow;

import static plantrail.kernel.inspection.InspectionState.CANCELLED;
import static plantrail.kernel.inspection.InspectionState.CLOSED;
import static plantrail.kernel.inspection.InspectionState.PLANNED;
import static plantrail.kernel.inspection.InspectionState.RECORDED;
import static plantrail.kernel.inspection.InspectionState.REMEDIED;
import static plantrail.kernel.inspection.InspectionState.UNDER_WAY;
import static plantrail.kernel.workflow.Condition.NOTHING_TO_MEND;
import static plantrail.kernel.workflow.Condition.RECOMMENDATIONS_DONE;
import static plantrail.kernel.workflow.Condition.SOMETHING_RECOMMENDED;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.INSPECTOR;
import static plantrail.kernel.workflow.Relation.ISSUER;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SUPERIOR;
import static plantrail.kernel.workflow.Relation.SUPERVISOR;
import static plantrail.kernel.workflow.Relation.SYSTEM;
import static plantrail.kernel.workflow.UnderPlan.CARRIED_OUT;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.stay;
import static plantrail.kernel.workflow.Workflow.step;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

/** The life of an inspection. */
public final class InspectionWorkflow {
  public static final Workflow<InspectionState> TABLE =
      Workflow.of(
          "inspection",
          InspectionState.class,
          begin("plan-inspection", PLANNED, ISSUER, FOCAL, SUPERIOR, RESPONSIBLE, SUPERVISOR)
              .under(UnderPlan.IN_FORCE),
          begin("record-inspection", RECORDED, ISSUER, FOCAL, SUPERIOR, RESPONSIBLE, SUPERVISOR)
              .under(UnderPlan.IN_FORCE),
          step("begin-inspection", Set.of(PLANNED), UNDER_WAY, INSPECTOR)
              .under(CARRIED_OUT)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          step("record-findings", Set.of(PLANNED, UNDER_WAY), RECORDED, INSPECTOR)
              .under(CARRIED_OUT)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          step("cancel-inspection", Set.of(PLANNED, UNDER_WAY), CANCELLED, INSPECTOR, ISSUER)
              .since(7),
          step("confirm-remedy", Set.of(RECORDED), REMEDIED, INSPECTOR, ISSUER, FOCAL)
              .needing(SOMETHING_RECOMMENDED, RECOMMENDATIONS_DONE)
              .since(7, row -> row.needing(RECOMMENDATIONS_DONE)),
          step("close-inspection", Set.of(RECORDED, REMEDIED), CLOSED, INSPECTOR, ISSUER, FOCAL)
              .needing(NOTHING_TO_MEND, RECOMMENDATIONS_DONE),
          stay("transfer-inspection", Set.of(PLANNED, UNDER_WAY, RECORDED, REMEDIED), SYSTEM));

  private InspectionWorkflow() {}

  /**
   * How the actor stands to an inspection on record. An inspected unit says nothing of its own
   * remedy (practice), unless it inspected itself.
   */
  public static Set<Relation> relations(
      Actor actor, String inspector, String unit, @Nullable String issuer, @Nullable String focal) {
    Set<Relation> relations = Workflow.none();
    if (actor.role() == Role.SYSTEM) {
      relations.add(SYSTEM);
    }
    if (actor.actsFor(inspector)) {
      relations.add(INSPECTOR);
    }
    if (actor.actsFor(unit)) {
      return relations;
    }
    if (actor.actsFor(issuer)) {
      relations.add(ISSUER);
    }
    if (actor.actsFor(focal)) {
      relations.add(FOCAL);
    }
    return relations;
  }

  /**
   * What holds of an inspection besides its state.
   *
   * @param recommendations how many things were to be mended
   * @param done whether every task that they became is completed or called off
   */
  public static Set<Condition> conditions(
      InspectionState state, int recommendations, boolean done) {
    Set<Condition> holds = EnumSet.noneOf(Condition.class);
    if (state == REMEDIED || recommendations == 0) {
      holds.add(NOTHING_TO_MEND);
    }
    if (recommendations > 0) {
      holds.add(SOMETHING_RECOMMENDED);
    }
    if (done) {
      holds.add(RECOMMENDATIONS_DONE);
    }
    return holds;
  }

  /**
   * How the actor stands to the inspection of a unit under a plan. Nobody records an inspection in
   * another agency's name: whoever does not act for the inspector stands in no relation.
   *
   * @param inspector code of the agency that is said to have inspected
   * @param superiors codes of all agencies above the unit
   * @param supervises whether the inspector is the Front or a mass organisation that has a part in
   *     the plan: it supervises without standing above (Law on the Vietnam Fatherland Front,
   *     chapter V)
   */
  public static Set<Relation> relations(
      Actor actor,
      String inspector,
      String unit,
      Collection<String> superiors,
      String issuer,
      @Nullable String focal,
      boolean supervises) {
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
    if (supervises) {
      relations.add(SUPERVISOR);
    }
    return relations;
  }
}
