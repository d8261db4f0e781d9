package plantrail.kernel.report;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The agency was reminded before the last timely day.
 *
 * @param addressee code of the agency that was reminded
 * @param due the last timely day, local date
 * @param daysLeft working days that were left
 */
@Revision("1")
public record ReportReminded(String reportId, String addressee, LocalDate due, int daysLeft)
    implements ReportEvent {}
