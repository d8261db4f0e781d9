package plantrail.kernel.report;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The last timely day passed without the report, and the agency was told.
 *
 * @param addressee code of the agency that was told
 * @param due the last timely day, local date
 */
@Revision("1")
public record ReportLapseNoticed(String reportId, String addressee, LocalDate due)
    implements ReportEvent {}
