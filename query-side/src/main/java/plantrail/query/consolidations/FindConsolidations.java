package plantrail.query.consolidations;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** Which consolidations there are. Answered with a {@link ConsolidationPage}. */
public record FindConsolidations(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param plan identifier of the plan
   * @param period label of the period, for example {@code 2024-Q3}
   * @param channel code of the agency that consolidates
   * @param state how far it has come
   */
  public record Filter(
      @Nullable String plan,
      @Nullable String period,
      @Nullable String channel,
      @Nullable ConsolidationState state) {

    /** Those of one plan. */
    public static Filter ofPlan(String plan) {
      return new Filter(plan, null, null, null);
    }
  }
}
