package plantrail.kernel.report;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import plantrail.kernel.Escalation;

/**
 * The report stayed overdue and was put before a superior agency.
 *
 * @param addressee code of the superior agency that was told
 * @param due the last timely day, local date
 * @param daysOver working days since then
 */
@Revision("1")
public record ReportEscalated(String reportId, String addressee, LocalDate due, int daysOver)
    implements ReportEvent, Escalation {}
