package plantrail.kernel.obstacle;

import plantrail.kernel.DomainEvent;

/** What happens to an obstacle. */
public sealed interface ObstacleEvent extends DomainEvent
    permits ObstacleRaised,
        ObstaclePassedOn,
        ObstacleAnswered,
        ObstacleTransferred,
        ObstacleClosed {
  String obstacleId();

  @Override
  default String subject() {
    return obstacleId();
  }
}
