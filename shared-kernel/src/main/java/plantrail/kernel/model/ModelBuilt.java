package plantrail.kernel.model;

import org.axonframework.serialization.Revision;

/**
 * The agency has built its model.
 *
 * @param result what came of it
 */
@Revision("1")
public record ModelBuilt(String modelId, String result) implements ModelEvent {}
