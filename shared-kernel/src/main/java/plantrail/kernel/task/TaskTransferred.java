package plantrail.kernel.task;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.Succession;

/**
 * An agency was merged or dissolved, and another stands where it stood: as the responsible agency,
 * the assigner or the focal agency. How far the task has come stays as it was.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on; null if none
 */
@Revision("1")
public record TaskTransferred(
    String taskId, String predecessor, String successor, String reason, @Nullable String basis)
    implements TaskEvent, Succession {}
