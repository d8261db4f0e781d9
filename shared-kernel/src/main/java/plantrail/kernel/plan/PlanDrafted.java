package plantrail.kernel.plan;

import org.axonframework.serialization.Revision;

/**
 * The draft of a plan was begun.
 *
 * @param draftId see {@link DraftId}
 * @param key what those who draft call it
 * @param content what it says so far
 */
@Revision("5")
public record PlanDrafted(String draftId, String key, PlanContent content) implements DraftEvent {}
