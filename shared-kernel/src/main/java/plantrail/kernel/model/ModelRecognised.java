package plantrail.kernel.model;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The issuer recognised a model.
 *
 * @param basis decision that it rests on; null if none
 */
@Revision("1")
public record ModelRecognised(String modelId, @Nullable String basis) implements ModelEvent {}
