package plantrail.kernel.task;

import org.axonframework.serialization.Revision;

/**
 * The agency that was charged did not take the task on: it is back with the assigner.
 *
 * @param reason why not
 */
@Revision("1")
public record TaskDeclined(String taskId, String reason) implements TaskEvent {}
