package plantrail.kernel.plan;

import org.axonframework.serialization.Revision;

/**
 * The draft of a plan was not signed but sent back.
 *
 * @param reason what has to be mended
 */
@Revision("1")
public record PlanReturned(String draftId, String reason) implements DraftEvent {}
