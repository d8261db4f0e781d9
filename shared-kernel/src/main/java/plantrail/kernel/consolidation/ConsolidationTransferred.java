package plantrail.kernel.consolidation;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.Succession;

/**
 * An agency was merged or dissolved, and another stands where it stood: as the channel agency or as
 * one that the consolidation is for. What was gathered stays as it was.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record ConsolidationTransferred(
    String consolidationId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements ConsolidationEvent, Succession {}
