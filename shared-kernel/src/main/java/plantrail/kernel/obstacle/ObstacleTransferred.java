package plantrail.kernel.obstacle;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.Succession;

/**
 * An agency was merged or dissolved, and another stands where it stood: as the one that raised the
 * obstacle or has it now, as the plan's issuer or its focal agency.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record ObstacleTransferred(
    String obstacleId, String predecessor, String successor, String reason, @Nullable String basis)
    implements ObstacleEvent, Succession {}
