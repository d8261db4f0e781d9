package plantrail.kernel.obstacle;

import org.axonframework.serialization.Revision;

/**
 * An obstacle was answered.
 *
 * @param by code of the agency that answered
 * @param answer what is to be done about it
 */
@Revision("1")
public record ObstacleAnswered(String obstacleId, String by, String answer)
    implements ObstacleEvent {}
