package plantrail.kernel.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a task, charged to an agency below the responsible one.
 *
 * @param taskId identifier of the part, a task of its own
 * @param agency code of the agency charged with it
 * @param title what is to be done
 * @param due last timely day, local date; null for a duty without a day
 * @param weight how much it counts in the whole's progress, against the other parts; 0 for one that
 *     does not count and need not be waited for
 */
public record ChildTask(
    String taskId, String agency, String title, @Nullable LocalDate due, int weight) {}
