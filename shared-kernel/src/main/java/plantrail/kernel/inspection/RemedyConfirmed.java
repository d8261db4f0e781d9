package plantrail.kernel.inspection;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What was found has been mended.
 *
 * @param note remark; null if none
 */
@Revision("1")
public record RemedyConfirmed(String inspectionId, @Nullable String note)
    implements InspectionEvent {}
