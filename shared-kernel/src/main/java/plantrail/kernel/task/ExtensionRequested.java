package plantrail.kernel.task;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The responsible agency asked for a later day.
 *
 * @param oldDue last timely day in force, local date
 * @param newDue last timely day asked for, local date
 * @param reason why it is needed
 * @param basis document that the request rests on; null if none
 */
@Revision("1")
public record ExtensionRequested(
    String taskId, LocalDate oldDue, LocalDate newDue, String reason, @Nullable String basis)
    implements TaskEvent {}
