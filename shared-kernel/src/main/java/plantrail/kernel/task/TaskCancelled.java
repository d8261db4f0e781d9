package plantrail.kernel.task;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The duty was called off: nothing is owed any more.
 *
 * @param reason why
 * @param basis document that the change rests on; null if none
 */
@Revision("1")
public record TaskCancelled(String taskId, String reason, @Nullable String basis)
    implements TaskEvent {}
