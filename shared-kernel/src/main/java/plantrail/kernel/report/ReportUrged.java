package plantrail.kernel.report;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom the report goes urged the agency that owes it (đôn đốc).
 *
 * @param addressee code of the agency that was urged
 * @param text what it was told
 * @param due last timely day at that time, local date; null if none
 */
@Revision("1")
public record ReportUrged(String reportId, String addressee, String text, @Nullable LocalDate due)
    implements ReportEvent {}
