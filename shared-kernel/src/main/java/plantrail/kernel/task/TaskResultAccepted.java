package plantrail.kernel.task;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The assigner or the focal agency accepted the result: the task is completed.
 *
 * @param note remark; null if none
 */
@Revision("1")
public record TaskResultAccepted(String taskId, @Nullable String note) implements TaskEvent {}
