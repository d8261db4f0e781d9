package plantrail.kernel.inspection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an inspected unit has to mend; each becomes a task of the unit.
 *
 * @param text what is to be done
 * @param due last timely day, local date; null if no day was set
 */
public record Recommendation(String text, @Nullable LocalDate due) {}
