package plantrail.command.obstacle.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
import plantrail.kernel.message.Actor;
import plantrail.kernel.obstacle.ObstacleAnswered;
import plantrail.kernel.obstacle.ObstacleClosed;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstaclePassedOn;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.obstacle.ObstacleState;
import plantrail.kernel.workflow.ObstacleWorkflow;

/**
 * An obstacle as its record tells.
 *
 * @param raised how it was raised
 * @param state how far it has come
 * @param holder code of the agency that has it now
 * @param last the last event
 * @param lastBy user name of the person who took the last step
 */
public record Obstacle(
    ObstacleRaised raised, ObstacleState state, String holder, ObstacleEvent last, String lastBy)
    implements Subject {

  /** The obstacle after one more event. */
  public static Obstacle evolve(@Nullable Obstacle obstacle, ObstacleEvent event, String by) {
    return switch (event) {
      case ObstacleRaised e -> new Obstacle(e, ObstacleState.RAISED, e.holder(), e, by);
      case ObstaclePassedOn e -> of(obstacle).after(e, ObstacleState.PASSED_ON, e.holder(), by);
      case ObstacleAnswered e -> of(obstacle).after(e, ObstacleState.ANSWERED, e.by(), by);
      case ObstacleClosed e ->
          of(obstacle).after(e, ObstacleState.CLOSED, of(obstacle).holder(), by);
    };
  }

  private static Obstacle of(@Nullable Obstacle obstacle) {
    if (obstacle == null) {
      throw new IllegalStateException("An obstacle's record begins with its raising");
    }
    return obstacle;
  }

  private Obstacle after(ObstacleEvent event, ObstacleState to, String holder, String by) {
    return new Obstacle(raised, to, holder, event, by);
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
    var relations = ObstacleWorkflow.relations(actor, raised.agency(), holder, raised.focal());
    boolean again = event.equals(last) && actor.person().equals(lastBy);
    if (again) {
      return List.of();
    }
    ObstacleWorkflow.TABLE.take(step, state, relations);
    return List.of(event);
  }
}
