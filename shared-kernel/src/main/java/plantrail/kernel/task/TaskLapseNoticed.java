package plantrail.kernel.task;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The last timely day passed without a result, and the responsible agency was told.
 *
 * @param addressee code of the agency that was told
 * @param due the last timely day, local date
 */
@Revision("1")
public record TaskLapseNoticed(String taskId, String addressee, LocalDate due)
    implements TaskEvent {}
