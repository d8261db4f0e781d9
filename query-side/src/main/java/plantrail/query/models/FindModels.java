package plantrail.query.models;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.ModelState;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** Which models there are. Answered with a {@link ModelPage}. */
public record FindModels(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param plan identifier of the plan
   * @param agency code of the agency that builds it
   * @param state how far it has come
   * @param year year for which it is registered
   */
  public record Filter(
      @Nullable String plan,
      @Nullable String agency,
      @Nullable ModelState state,
      @Nullable Integer year) {

    /** Those of one plan. */
    public static Filter ofPlan(String plan) {
      return new Filter(plan, null, null, null);
    }
  }
}
