package plantrail.kernel.task;

import org.axonframework.serialization.Revision;

/** The responsible agency took the task on. */
@Revision("1")
public record TaskAccepted(String taskId) implements TaskEvent {}
