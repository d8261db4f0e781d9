package plantrail.kernel.report;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The agency handed its report in.
 *
 * @param content the report's text or summary
 * @param happenedOn day of the hand-over, local date; lateness is judged by it
 */
@Revision("1")
public record ReportSubmitted(String reportId, String content, LocalDate happenedOn)
    implements ReportEvent {}
