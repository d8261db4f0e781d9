package plantrail.kernel.workflow;

import static plantrail.kernel.model.ModelState.ASSESSED;
import static plantrail.kernel.model.ModelState.BUILT;
import static plantrail.kernel.model.ModelState.PROPOSED;
import static plantrail.kernel.model.ModelState.RECOGNISED;
import static plantrail.kernel.model.ModelState.REGISTERED;
import static plantrail.kernel.model.ModelState.REWARDED;
import static plantrail.kernel.model.ModelState.WITHDRAWN;
import static plantrail.kernel.workflow.Condition.UNPROPOSED_OR_SUPERIOR;
import static plantrail.kernel.workflow.Condition.UNRECOGNISED_OR_ISSUER;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.ISSUER;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SUPERIOR;
import static plantrail.kernel.workflow.Relation.SYSTEM;
import static plantrail.kernel.workflow.UnderPlan.CARRIED_OUT;
import static plantrail.kernel.workflow.UnderPlan.IN_FORCE;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.stay;
import static plantrail.kernel.workflow.Workflow.step;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.ModelState;

/** The life of a model and its awards. */
public final class ModelWorkflow {
  public static final Workflow<ModelState> TABLE =
      Workflow.of(
          "model",
          ModelState.class,
          begin("register-model", REGISTERED, RESPONSIBLE, SYSTEM).under(UnderPlan.IN_FORCE),
          step("build-model", Set.of(REGISTERED), BUILT, RESPONSIBLE)
              .under(CARRIED_OUT)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          step("assess-model", Set.of(BUILT), ASSESSED, FOCAL, ISSUER)
              .under(CARRIED_OUT)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          step("recognise-model", Set.of(ASSESSED), RECOGNISED, ISSUER)
              .under(CARRIED_OUT)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          step("reward-model", Set.of(RECOGNISED, PROPOSED), REWARDED, ISSUER, SUPERIOR)
              .needing(UNPROPOSED_OR_SUPERIOR)
              .under(CARRIED_OUT)
              .since(5, row -> row.needing().under(UnderPlan.WHATEVER)),
          step("propose-model", Set.of(RECOGNISED, REWARDED, PROPOSED), PROPOSED, FOCAL, ISSUER)
              .under(CARRIED_OUT)
              .since(
                  7,
                  row ->
                      row.from(Set.of(RECOGNISED, REWARDED))
                          .since(5, first -> first.under(UnderPlan.WHATEVER))),
          step("decline-proposal", Set.of(PROPOSED), RECOGNISED, SUPERIOR).since(7),
          stay("replicate-model", Set.of(RECOGNISED, REWARDED, PROPOSED), FOCAL, ISSUER)
              .under(IN_FORCE)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          step(
                  "withdraw-model",
                  Set.of(REGISTERED, BUILT, ASSESSED, RECOGNISED, PROPOSED, REWARDED),
                  WITHDRAWN,
                  RESPONSIBLE,
                  ISSUER)
              .needing(UNRECOGNISED_OR_ISSUER)
              .since(4, row -> row.from(Set.of(REGISTERED, BUILT, ASSESSED)).needing()),
          stay(
              "transfer-model",
              Set.of(REGISTERED, BUILT, ASSESSED, RECOGNISED, PROPOSED, REWARDED),
              SYSTEM));

  private ModelWorkflow() {}

  /**
   * Where a declined proposal leads: back to where the model was proposed from. The row names that
   * of a model without an award; what it was rewarded with before, it keeps.
   *
   * @param rewarded whether it was rewarded before
   */
  public static ModelState declined(boolean rewarded) {
    return rewarded ? REWARDED : Objects.requireNonNull(TABLE.step("decline-proposal").to());
  }

  /**
   * How the actor stands to a model. Nobody assesses or rewards their own (practice): the agency
   * that builds it holds no other relation.
   *
   * @param agency code of the agency that builds it
   * @param proposedTo code of the agency that it was proposed to; null if to none
   */
  public static Set<Relation> relations(
      Actor actor,
      String agency,
      String issuer,
      @Nullable String focal,
      @Nullable String proposedTo) {
    Set<Relation> relations = Workflow.none();
    if (actor.actsFor(agency)) {
      relations.add(RESPONSIBLE);
      return relations;
    }
    relations.addAll(PlanWorkflow.relations(actor, issuer, focal));
    if (actor.actsFor(proposedTo)) {
      relations.add(SUPERIOR);
    }
    return relations;
  }

  /**
   * What holds besides the state. An award is granted by the issuer or proposed upward: whoever
   * proposes one asks for a decision and does not take it.
   *
   * @param actorIs how the actor stands to the model
   */
  public static Set<Condition> conditions(ModelState state, Set<Relation> actorIs) {
    Set<Condition> holds = EnumSet.noneOf(Condition.class);
    if (Set.of(REGISTERED, BUILT, ASSESSED).contains(state) || actorIs.contains(ISSUER)) {
      holds.add(UNRECOGNISED_OR_ISSUER);
    }
    if (state != PROPOSED || actorIs.contains(SUPERIOR)) {
      holds.add(UNPROPOSED_OR_SUPERIOR);
    }
    return holds;
  }

  /**
   * How the actor stands to the registration of a model. Nobody registers one in another's name.
   *
   * @param concerned whether the agency has to carry out a part of the plan
   */
  public static Set<Relation> relationsToNew(Actor actor, String agency, boolean concerned) {
    Set<Relation> relations = Workflow.none();
    if (actor.role() == Role.SYSTEM) {
      relations.add(SYSTEM);
    }
    if (concerned && actor.actsFor(agency)) {
      relations.add(RESPONSIBLE);
    }
    return relations;
  }
}
