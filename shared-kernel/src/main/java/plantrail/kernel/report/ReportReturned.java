package plantrail.kernel.report;

import org.axonframework.serialization.Revision;

/**
 * The report was sent back; it is owed again.
 *
 * @param reason what has to be corrected
 */
@Revision("1")
public record ReportReturned(String reportId, String reason) implements ReportEvent {}
