package plantrail.query.budgets;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.query.platform.AsOfTable;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps the register of budgets. */
@Component
@ProcessingGroup(BudgetsProjection.GROUP)
public class BudgetsProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "budgets";

  private final AsOfTable<BudgetRow> budgets;

  public BudgetsProjection(JdbcTemplate jdbc) {
    this.budgets = new AsOfTable<>(jdbc, "budget", BudgetRow.class);
  }

  @Override
  protected void write(List<Recorded> events) {
    budgets.write(events, BudgetEvent.class, BudgetRow::after);
  }

  @Override
  public void clear() {
    budgets.clear();
  }
}
