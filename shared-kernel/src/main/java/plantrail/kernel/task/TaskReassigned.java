package plantrail.kernel.task;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Another agency became responsible; the task and its history stay the same.
 *
 * @param predecessor code of the agency that was responsible
 * @param successor code of the agency that is responsible from now on
 * @param reason why
 * @param basis document that the change rests on; null if none
 */
@Revision("1")
public record TaskReassigned(
    String taskId, String predecessor, String successor, String reason, @Nullable String basis)
    implements TaskEvent {}
