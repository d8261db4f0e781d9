package plantrail.kernel.model;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A model was proposed to an agency above the issuer for an award.
 *
 * @param to code of that agency
 * @param award what is proposed
 * @param basis document of the proposal; null if none
 */
@Revision("1")
public record ModelProposed(String modelId, String to, AwardKind award, @Nullable String basis)
    implements ModelEvent {}
