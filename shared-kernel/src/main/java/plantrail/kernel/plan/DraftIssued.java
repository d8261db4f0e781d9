package plantrail.kernel.plan;

import org.axonframework.serialization.Revision;

/**
 * The draft was signed and issued: from here on the plan has a record of its own.
 *
 * @param planId identifier of the plan that it became
 * @param document the plan's number and symbol
 */
@Revision("1")
public record DraftIssued(String draftId, String planId, String document) implements DraftEvent {}
