package plantrail.kernel.workflow;

import static plantrail.kernel.obstacle.ObstacleState.ANSWERED;
import static plantrail.kernel.obstacle.ObstacleState.CLOSED;
import static plantrail.kernel.obstacle.ObstacleState.PASSED_ON;
import static plantrail.kernel.obstacle.ObstacleState.RAISED;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.HOLDER;
import static plantrail.kernel.workflow.Relation.RAISER;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SYSTEM;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.stay;
import static plantrail.kernel.workflow.Workflow.step;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.obstacle.ObstacleState;

/** The way of an obstacle from below to whoever can answer it, and back. */
public final class ObstacleWorkflow {
  public static final Workflow<ObstacleState> TABLE =
      Workflow.of(
          "obstacle",
          ObstacleState.class,
          begin("raise-obstacle", RAISED, RESPONSIBLE).under(UnderPlan.IN_FORCE),
          step("answer-obstacle", Set.of(RAISED, PASSED_ON), ANSWERED, HOLDER),
          step("pass-on-obstacle", Set.of(RAISED, PASSED_ON), PASSED_ON, HOLDER, FOCAL),
          step("close-obstacle", Set.of(ANSWERED), CLOSED, RAISER),
          stay("transfer-obstacle", Set.of(RAISED, PASSED_ON, ANSWERED), SYSTEM));

  private ObstacleWorkflow() {}

  /**
   * How the actor stands to an obstacle.
   *
   * @param raiser code of the agency that raised it
   * @param holder code of the agency that has it now
   */
  public static Set<Relation> relations(
      Actor actor, String raiser, String holder, @Nullable String focal) {
    Set<Relation> relations = Workflow.none();
    if (actor.role() == Role.SYSTEM) {
      relations.add(SYSTEM);
    }
    if (actor.actsFor(raiser)) {
      relations.add(RAISER);
    }
    if (actor.actsFor(holder)) {
      relations.add(HOLDER);
    }
    if (actor.actsFor(focal)) {
      relations.add(FOCAL);
    }
    return relations;
  }

  /**
   * How the actor stands to the raising of an obstacle. Nobody raises one in another's name.
   *
   * @param concerned whether the agency has to carry out what is hindered
   */
  public static Set<Relation> relationsToNew(Actor actor, String agency, boolean concerned) {
    Set<Relation> relations = Workflow.none();
    if (concerned && actor.actsFor(agency)) {
      relations.add(RESPONSIBLE);
    }
    return relations;
  }
}
