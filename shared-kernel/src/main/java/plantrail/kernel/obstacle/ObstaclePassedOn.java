package plantrail.kernel.obstacle;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An obstacle was passed on to an agency further up.
 *
 * @param by code of the agency that passed it on
 * @param holder code of the agency that has it now
 * @param note what was said with it; null if nothing
 */
@Revision("1")
public record ObstaclePassedOn(String obstacleId, String by, String holder, @Nullable String note)
    implements ObstacleEvent {}
