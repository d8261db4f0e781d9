package plantrail.kernel.model;

import org.axonframework.serialization.Revision;

/**
 * A model was withdrawn before it was recognised.
 *
 * @param reason why
 */
@Revision("1")
public record ModelWithdrawn(String modelId, String reason) implements ModelEvent {}
