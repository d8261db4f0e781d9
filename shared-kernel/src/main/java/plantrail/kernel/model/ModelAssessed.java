package plantrail.kernel.model;

import org.axonframework.serialization.Revision;

/**
 * A model was assessed.
 *
 * @param by code of the agency that assessed it
 * @param assessment what it found
 */
@Revision("1")
public record ModelAssessed(String modelId, String by, String assessment) implements ModelEvent {}
