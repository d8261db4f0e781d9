package plantrail.command.obstacle;

import plantrail.command.StepCommand;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.kernel.obstacle.ObstacleEvent;

/** A step of an obstacle that was raised. */
public interface ObstacleCommand extends StepCommand<Obstacle, ObstacleEvent> {}
