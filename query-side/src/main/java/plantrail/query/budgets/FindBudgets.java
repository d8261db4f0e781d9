package plantrail.query.budgets;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** Which budgets there are. Answered with a {@link BudgetPage}. */
public record FindBudgets(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param plan identifier of the plan
   * @param agency code of the agency that disburses
   */
  public record Filter(@Nullable String plan, @Nullable String agency) {

    /** Those of one plan. */
    public static Filter ofPlan(String plan) {
      return new Filter(plan, null);
    }
  }
}
