package plantrail.command.obstacle.closeobstacle;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.obstacle.ObstacleCommand;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.obstacle.ObstacleClosed;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstacleId;

/**
 * The agency that raised an obstacle closes it after the answer.
 *
 * @param remains what remains unsolved; null if it is satisfied
 */
public record CloseObstacle(
    @TargetAggregateIdentifier ObstacleId obstacleId, @Nullable String remains)
    implements ObstacleCommand {

  @Override
  public List<ObstacleEvent> follow(Obstacle obstacle, Actor actor, Occurrence when) {
    return obstacle.take("close-obstacle", new ObstacleClosed(obstacleId.value(), remains), actor);
  }

  @Override
  public void check(Check check, Obstacle obstacle) {
    check.text(remains, "remains", Check.TEXT);
  }
}
