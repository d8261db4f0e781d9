package plantrail.kernel.workflow;

import static plantrail.kernel.plan.PlanStatus.AWAITING_SIGNATURE;
import static plantrail.kernel.plan.PlanStatus.CONCLUDED;
import static plantrail.kernel.plan.PlanStatus.DRAFT;
import static plantrail.kernel.plan.PlanStatus.IN_FORCE;
import static plantrail.kernel.plan.PlanStatus.REVOKED;
import static plantrail.kernel.plan.PlanStatus.SUPERSEDED;
import static plantrail.kernel.plan.PlanStatus.SUSPENDED;
import static plantrail.kernel.workflow.Condition.FINAL_REVIEW;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.ISSUER;
import static plantrail.kernel.workflow.Relation.SYSTEM;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.stay;
import static plantrail.kernel.workflow.Workflow.step;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.PlanStatus;

/**
 * The life of a plan. It begins with a draft, or with the issue of a document that was written
 * elsewhere; a draft that is issued goes on as the plan in force.
 */
public final class PlanWorkflow {
  public static final Workflow<PlanStatus> TABLE =
      Workflow.of(
          "plan",
          PlanStatus.class,
          begin("draft-plan", DRAFT, ISSUER, FOCAL),
          begin("issue-plan", IN_FORCE, ISSUER),
          step("submit-plan", Set.of(DRAFT), AWAITING_SIGNATURE, ISSUER, FOCAL),
          step("revise-plan", Set.of(DRAFT), DRAFT, ISSUER, FOCAL),
          step("issue-draft", Set.of(AWAITING_SIGNATURE), IN_FORCE, ISSUER),
          step("return-plan", Set.of(AWAITING_SIGNATURE), DRAFT, ISSUER),
          stay("transfer-draft", Set.of(DRAFT, AWAITING_SIGNATURE), SYSTEM),
          stay("review-plan", Set.of(IN_FORCE), ISSUER, FOCAL),
          stay("amend-plan", Set.of(IN_FORCE), ISSUER),
          step("suspend-plan", Set.of(IN_FORCE), SUSPENDED, ISSUER),
          step("resume-plan", Set.of(SUSPENDED), IN_FORCE, ISSUER),
          step("conclude-plan", Set.of(IN_FORCE), CONCLUDED, ISSUER).needing(FINAL_REVIEW),
          step("supersede-plan", Set.of(IN_FORCE, SUSPENDED), SUPERSEDED, ISSUER),
          step("revoke-plan", Set.of(IN_FORCE, SUSPENDED), REVOKED, ISSUER),
          stay("open-plan-year", Set.of(IN_FORCE), SYSTEM),
          stay("transfer-plan", Set.of(IN_FORCE, SUSPENDED), SYSTEM));

  private PlanWorkflow() {}

  /** What holds of a plan besides its status. */
  public static Set<Condition> conditions(boolean finallyReviewed) {
    return finallyReviewed ? Set.of(FINAL_REVIEW) : Set.of();
  }

  /**
   * Whether the actor is told how the work on a plan's duties goes: who has issued it or watches
   * over it, and who sees to the whole system (practice).
   */
  public static boolean watches(Actor actor, String issuer, @Nullable String focal) {
    return actor.role() != Role.OFFICIAL || !relations(actor, issuer, focal).isEmpty();
  }

  /**
   * How the actor stands to a plan or its draft.
   *
   * @param issuer code of the agency that issues or issued it
   * @param focal code of the plan's focal agency; null if it has none
   */
  public static Set<Relation> relations(Actor actor, String issuer, @Nullable String focal) {
    Set<Relation> relations = Workflow.none();
    if (actor.role() == Role.SYSTEM) {
      relations.add(SYSTEM);
    }
    if (actor.actsFor(issuer)) {
      relations.add(ISSUER);
    }
    if (actor.actsFor(focal)) {
      relations.add(FOCAL);
    }
    return relations;
  }
}
