package plantrail.kernel.plan;

import org.axonframework.serialization.Revision;

/**
 * The draft of a plan was written anew.
 *
 * @param content what it says now
 */
@Revision("5")
public record PlanRevised(String draftId, PlanContent content) implements DraftEvent {}
