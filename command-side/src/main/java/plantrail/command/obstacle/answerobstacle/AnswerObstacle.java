package plantrail.command.obstacle.answerobstacle;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.obstacle.ObstacleCommand;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.obstacle.ObstacleAnswered;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstacleId;

/**
 * The agency that has an obstacle answers it.
 *
 * @param answer what is to be done about it
 */
public record AnswerObstacle(@TargetAggregateIdentifier ObstacleId obstacleId, String answer)
    implements ObstacleCommand {

  @Override
  public List<ObstacleEvent> follow(Obstacle obstacle, Actor actor, Occurrence when) {
    return obstacle.take(
        "answer-obstacle",
        new ObstacleAnswered(obstacleId.value(), String.valueOf(actor.agency()), answer),
        actor);
  }

  @Override
  public void check(Check check, Obstacle obstacle) {
    check.text(answer, "answer", Check.TEXT);
  }
}
