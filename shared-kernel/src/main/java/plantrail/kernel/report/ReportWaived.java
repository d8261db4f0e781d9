package plantrail.kernel.report;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The agency was let off this report: nothing is owed any more.
 *
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record ReportWaived(String reportId, String reason, @Nullable String basis)
    implements ReportEvent {}
