package plantrail.kernel.task;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The assigner or the focal agency set a later day, as was asked for.
 *
 * @param oldDue last timely day before, local date
 * @param newDue last timely day from now on, local date
 * @param reason why it was granted; the request's own reason unless another was given
 * @param basis document that the change rests on; null if none
 */
@Revision("1")
public record ExtensionGranted(
    String taskId, LocalDate oldDue, LocalDate newDue, String reason, @Nullable String basis)
    implements TaskEvent {}
