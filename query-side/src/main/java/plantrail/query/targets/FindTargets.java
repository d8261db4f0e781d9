package plantrail.query.targets;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** Which targets there are. Answered with a {@link TargetPage}. */
public record FindTargets(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param plan identifier of the plan
   * @param agency code of an agency that was measured or is to be measured
   */
  public record Filter(@Nullable String plan, @Nullable String agency) {

    /** Those of one plan. */
    public static Filter ofPlan(String plan) {
      return new Filter(plan, null);
    }
  }
}
