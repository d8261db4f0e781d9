package plantrail.kernel.obstacle;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The agency that raised an obstacle closed it after the answer.
 *
 * @param remains what remains unsolved, in its own words; null if it is satisfied
 */
@Revision("1")
public record ObstacleClosed(String obstacleId, @Nullable String remains)
    implements ObstacleEvent {}
