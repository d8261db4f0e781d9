package plantrail.query.planregister;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanStatus;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** Which plans there are. Answered with a {@link PlanPage}. */
public record FindPlans(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param issuer code of the issuing agency
   * @param year year of issue
   * @param parent identifier of the plan that is carried out
   */
  public record Filter(
      @Nullable String issuer,
      @Nullable PlanStatus status,
      @Nullable Integer year,
      @Nullable String parent) {
    public static final Filter NONE = new Filter(null, null, null, null);
  }
}
