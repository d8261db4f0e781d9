package plantrail.query.drafts;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** One draft. Answered with a {@link DraftAnswer}. */
public record GetDraft(Actor reader, When when, String id) {}
