package plantrail.kernel.task;

import org.axonframework.serialization.Revision;

/**
 * The assigner or the focal agency sent the result back; the duty is open again.
 *
 * @param reason what has to be mended
 */
@Revision("1")
public record TaskResultReturned(String taskId, String reason) implements TaskEvent {}
