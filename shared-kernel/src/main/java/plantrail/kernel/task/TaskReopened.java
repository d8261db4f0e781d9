package plantrail.kernel.task;

import org.axonframework.serialization.Revision;

/**
 * A completed task was opened again.
 *
 * @param reason what is still owed
 * @param percent share done as the responsible agency last reported it, 0 to 100
 */
@Revision("1")
public record TaskReopened(String taskId, String reason, int percent) implements TaskEvent {}
