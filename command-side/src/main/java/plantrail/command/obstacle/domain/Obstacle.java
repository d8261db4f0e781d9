package plantrail.command.obstacle.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Course;
import plantrail.command.Stepwise;
import plantrail.command.platform.Taken;
import plantrail.kernel.message.Actor;
import plantrail.kernel.obstacle.ObstacleAnswered;
import plantrail.kernel.obstacle.ObstacleClosed;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstaclePassedOn;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.obstacle.ObstacleState;
import plantrail.kernel.obstacle.ObstacleTransferred;
import plantrail.kernel.workflow.ObstacleWorkflow;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Workflow;

/**
 * An obstacle as its record tells.
 *
 * @param raised how it was raised
 * @param state how far it has come
 * @param parties who stands where
 * @param course how it came to its present state
 */
public record Obstacle(
    ObstacleRaised raised, ObstacleState state, Parties parties, Course<ObstacleEvent> course)
    implements Stepwise<ObstacleEvent> {

  /**
   * Who stands where.
   *
   * @param raiser code of the agency that raised it
   * @param holder code of the agency that has it now
   * @param issuer code of the agency that issued the plan
   * @param focal code of the plan's focal agency; null if none
   */
  public record Parties(String raiser, String holder, String issuer, @Nullable String focal) {
    Parties heldBy(String next) {
      return new Parties(raiser, next, issuer, focal);
    }

    Parties after(ObstacleTransferred e) {
      return new Parties(
          e.inPlaceOf(raiser),
          e.inPlaceOf(holder),
          e.inPlaceOf(issuer),
          focal == null ? null : e.inPlaceOf(focal));
    }

    /** Whether that agency stands anywhere. */
    public boolean include(String agency) {
      return raiser.equals(agency)
          || holder.equals(agency)
          || issuer.equals(agency)
          || agency.equals(focal);
    }
  }

  /** The obstacle after one more event. */
  public static Obstacle evolve(@Nullable Obstacle obstacle, ObstacleEvent event, Taken taken) {
    return event instanceof ObstacleRaised e
        ? new Obstacle(
            e,
            ObstacleState.RAISED,
            new Parties(e.agency(), e.holder(), e.issuer(), e.focal()),
            Course.beginning(ObstacleState.RAISED, e.raisedOn(), e, taken))
        : of(obstacle).after(event, taken);
  }

  private static Obstacle of(@Nullable Obstacle obstacle) {
    if (obstacle == null) {
      throw new IllegalStateException("An obstacle's record begins with its raising");
    }
    return obstacle;
  }

  private Obstacle after(ObstacleEvent event, Taken taken) {
    ObstacleState next = stateAfter(event);
    return new Obstacle(raised, next, partiesAfter(event), course.after(next, event, taken));
  }

  private ObstacleState stateAfter(ObstacleEvent event) {
    return switch (event) {
      case ObstacleRaised e -> ObstacleState.RAISED;
      case ObstaclePassedOn e -> ObstacleState.PASSED_ON;
      case ObstacleAnswered e -> ObstacleState.ANSWERED;
      case ObstacleTransferred e -> state;
      case ObstacleClosed e -> ObstacleState.CLOSED;
    };
  }

  private Parties partiesAfter(ObstacleEvent event) {
    return switch (event) {
      case ObstaclePassedOn e -> parties.heldBy(e.holder());
      case ObstacleAnswered e -> parties.heldBy(e.by());
      case ObstacleTransferred e -> parties.after(e);
      default -> parties;
    };
  }

  /** Whether nothing more is to come: what hinders again is another obstacle. */
  public boolean isClosed() {
    return state == ObstacleState.CLOSED;
  }

  @Override
  public String plan() {
    return raised.planId();
  }

  @Override
  public Workflow<ObstacleState> workflow() {
    return ObstacleWorkflow.TABLE.at(course.workflows());
  }

  /** Whoever passed it on holds it no more, and may still say so again. */
  @Override
  public List<ObstacleEvent> take(String step, ObstacleEvent event, Actor actor) {
    return once(event, actor, () -> open(step, actor));
  }

  @Override
  public void open(String step, Actor actor) {
    workflow().take(step, state, relations(actor));
  }

  @Override
  public Set<Relation> relations(Actor actor) {
    return ObstacleWorkflow.relations(actor, parties.raiser(), parties.holder(), parties.focal());
  }
}
