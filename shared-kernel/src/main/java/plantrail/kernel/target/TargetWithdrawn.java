package plantrail.kernel.target;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A target was withdrawn, by the issuer or an amendment of the plan. What was measured stays on
 * record.
 *
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record TargetWithdrawn(String targetId, String reason, @Nullable String basis)
    implements TargetEvent {}
