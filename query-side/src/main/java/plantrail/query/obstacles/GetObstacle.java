package plantrail.query.obstacles;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** One obstacle. Answered with an {@link ObstacleAnswer}. */
public record GetObstacle(Actor reader, When when, String id) {}
