package plantrail.query.overview;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** How one agency stands. Answered with a {@link Scorecard}. */
public record GetScorecard(Actor reader, When when, String code, GetOverview.Filter filter) {}
