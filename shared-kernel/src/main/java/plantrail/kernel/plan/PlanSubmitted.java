package plantrail.kernel.plan;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The draft of a plan was submitted to be signed.
 *
 * @param note what the signer should know; null if nothing
 */
@Revision("1")
public record PlanSubmitted(String draftId, @Nullable String note) implements DraftEvent {}
