package plantrail.kernel.task;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The responsible agency reported how far it has come.
 *
 * @param percent share done, 0 to 100
 * @param note what was done; null if only the share changed
 */
@Revision("1")
public record ProgressReported(String taskId, int percent, @Nullable String note)
    implements TaskEvent {}
