package plantrail.kernel.task;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The assigner or the focal agency left the day as it was.
 *
 * @param oldDue last timely day, still in force, local date
 * @param newDue last timely day that had been asked for, local date
 * @param reason why not
 */
@Revision("1")
public record ExtensionRefused(String taskId, LocalDate oldDue, LocalDate newDue, String reason)
    implements TaskEvent {}
