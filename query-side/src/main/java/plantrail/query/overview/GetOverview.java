package plantrail.query.overview;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** How things stand. Answered with an {@link Overview}. */
public record GetOverview(Actor reader, When when, Filter filter) {

  /**
   * All that is given must hold.
   *
   * @param plan identifier of one plan
   * @param year duties that fall due in that year, and those without a day of plans that run in it;
   *     against the days first set, those that were to fall due in it
   */
  public record Filter(@Nullable String plan, @Nullable Integer year) {
    public static final Filter NONE = new Filter(null, null);
  }
}
