package plantrail.kernel.budget;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.ContentId;

/** Identifies a budget: what one agency gets of one source for a plan or one item of it. */
public record BudgetId(@JsonValue String value) {

  /**
   * The identifier of such a budget.
   *
   * @param item outline number of the plan's item; null for the plan as a whole
   */
  public static BudgetId of(String planId, @Nullable String item, String agency, String source) {
    return new BudgetId(ContentId.of("budget", planId, item == null ? "" : item, agency, source));
  }

  @Override
  public String toString() {
    return value;
  }
}
