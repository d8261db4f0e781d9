package plantrail.command.obstacle.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
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

/**
 * An obstacle as its record tells.
 *
 * @param raised how it was raised
 * @param state how far it has come
 * @param parties who stands where
 * @param last the last event
 * @param lastBy user name of the person who took the last step
 */
public record Obstacle(
    ObstacleRaised raised, ObstacleState state, Parties parties, ObstacleEvent last, String lastBy)
    implements Subject {

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
  public static Obstacle evolve(@Nullable Obstacle obstacle, ObstacleEvent event, String by) {
    return switch (event) {
      case ObstacleRaised e ->
          new Obstacle(
              e,
              ObstacleState.RAISED,
              new Parties(e.agency(), e.holder(), e.issuer(), e.focal()),
              e,
              by);
      case ObstaclePassedOn e ->
          of(obstacle)
              .after(e, ObstacleState.PASSED_ON, of(obstacle).parties.heldBy(e.holder()), by);
      case ObstacleAnswered e ->
          of(obstacle).after(e, ObstacleState.ANSWERED, of(obstacle).parties.heldBy(e.by()), by);
      case ObstacleTransferred e ->
          of(obstacle).after(e, of(obstacle).state, of(obstacle).parties.after(e), by);
      case ObstacleClosed e ->
          of(obstacle).after(e, ObstacleState.CLOSED, of(obstacle).parties, by);
    };
  }

  private static Obstacle of(@Nullable Obstacle obstacle) {
    if (obstacle == null) {
      throw new IllegalStateException("An obstacle's record begins with its raising");
    }
    return obstacle;
  }

  private Obstacle after(ObstacleEvent event, ObstacleState to, Parties now, String by) {
    return new Obstacle(raised, to, now, event, by);
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
  public LocalDate begun() {
    return raised.raisedOn();
  }

  /**
   * Takes a step of the workflow. The same person saying the same again changes nothing; everybody
   * else is told what is the case.
   */
  public List<ObstacleEvent> take(String step, ObstacleEvent event, Actor actor) {
    boolean again = event.equals(last) && actor.person().equals(lastBy);
    if (again) {
      return List.of();
    }
    open(step, actor);
    return List.of(event);
  }

  /** Refuses unless the actor may take the step now. */
  public void open(String step, Actor actor) {
    ObstacleWorkflow.TABLE.take(step, state, relations(actor));
  }

  /** How the actor stands to it. */
  public Set<Relation> relations(Actor actor) {
    return ObstacleWorkflow.relations(actor, parties.raiser(), parties.holder(), parties.focal());
  }
}
