package plantrail.command.obstacle.transferobstacle;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.obstacle.ObstacleCommand;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstacleId;
import plantrail.kernel.obstacle.ObstacleTransferred;

/**
 * Puts the successor of a merged or dissolved agency in its place, wherever that stood. Given by
 * the system; if it stands nowhere, there is nothing to do.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on
 */
public record TransferObstacle(
    @TargetAggregateIdentifier ObstacleId obstacleId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements ObstacleCommand {

  @Override
  public List<ObstacleEvent> follow(Obstacle obstacle, Actor actor, Occurrence when) {
    obstacle.open("transfer-obstacle", actor);
    return obstacle.parties().include(predecessor)
        ? obstacle.take(
            "transfer-obstacle",
            new ObstacleTransferred(obstacleId.value(), predecessor, successor, reason, basis),
            actor)
        : List.of();
  }
}
