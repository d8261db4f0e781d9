package plantrail.kernel.report;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The report was accepted.
 *
 * @param note remark; null if none
 */
@Revision("1")
public record ReportAccepted(String reportId, @Nullable String note) implements ReportEvent {}
