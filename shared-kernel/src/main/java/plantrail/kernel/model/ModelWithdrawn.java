package plantrail.kernel.model;

import org.axonframework.serialization.Revision;

/**
 * A model was withdrawn. What it was awarded before stays on record.
 *
 * @param reason why
 */
@Revision("1")
public record ModelWithdrawn(String modelId, String reason) implements ModelEvent {}
