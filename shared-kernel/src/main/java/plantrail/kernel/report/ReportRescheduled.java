package plantrail.kernel.report;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The plan was changed, and with it the report's day.
 *
 * @param oldDue last timely day before, local date; null if it had none
 * @param newDue last timely day from now on, local date; null if it has none any more
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record ReportRescheduled(
    String reportId,
    @Nullable LocalDate oldDue,
    @Nullable LocalDate newDue,
    String reason,
    @Nullable String basis)
    implements ReportEvent {}
