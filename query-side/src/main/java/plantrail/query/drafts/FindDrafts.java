package plantrail.query.drafts;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanStatus;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** Which drafts there are. Answered with a {@link DraftPage}. */
public record FindDrafts(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param issuer code of the agency that will issue the plan
   * @param status how far it has come; those that were issued are shown only if asked for
   */
  public record Filter(@Nullable String issuer, @Nullable PlanStatus status) {
    public static final Filter NONE = new Filter(null, null);
  }
}
