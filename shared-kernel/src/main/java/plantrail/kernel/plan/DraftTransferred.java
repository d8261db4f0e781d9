package plantrail.kernel.plan;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.Succession;

/**
 * An agency was merged or dissolved, and another stands where it stood: as the one that drafts a
 * plan to issue it, or as the plan's focal agency. What else the draft says is left to who writes
 * it: it is not signed while it binds an agency that is no more.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record DraftTransferred(
    String draftId, String predecessor, String successor, String reason, @Nullable String basis)
    implements DraftEvent, Succession {}
