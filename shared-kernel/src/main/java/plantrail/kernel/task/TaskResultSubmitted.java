package plantrail.kernel.task;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The responsible agency handed in its result.
 *
 * @param result what was done, in the agency's words
 * @param happenedOn day of the hand-over, local date; lateness is judged by it
 */
@Revision("1")
public record TaskResultSubmitted(String taskId, String result, LocalDate happenedOn)
    implements TaskEvent {}
