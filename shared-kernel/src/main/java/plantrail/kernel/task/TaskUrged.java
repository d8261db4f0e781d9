package plantrail.kernel.task;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The assigner or the focal agency urged the responsible agency (đôn đốc).
 *
 * @param addressee code of the agency that was urged
 * @param text what it was told
 * @param due last timely day at that time, local date; null if none
 */
@Revision("1")
public record TaskUrged(String taskId, String addressee, String text, @Nullable LocalDate due)
    implements TaskEvent {}
