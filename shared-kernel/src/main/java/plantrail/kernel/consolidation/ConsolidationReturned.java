package plantrail.kernel.consolidation;

import org.axonframework.serialization.Revision;

/**
 * An agency that it was sent to gave it back.
 *
 * @param by code of that agency
 * @param reason what is wrong or missing
 */
@Revision("1")
public record ConsolidationReturned(String consolidationId, String by, String reason)
    implements ConsolidationEvent {}
