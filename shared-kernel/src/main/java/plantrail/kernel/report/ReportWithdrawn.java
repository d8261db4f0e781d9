package plantrail.kernel.report;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The plan no longer asks for the report: nothing is owed any more.
 *
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record ReportWithdrawn(String reportId, String reason, @Nullable String basis)
    implements ReportEvent {}
