package plantrail.query.planregister;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.kernel.plan.PlanEvent;
import plantrail.query.platform.AsOfTable;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps the register of plans. */
@Component
@ProcessingGroup(PlanRegisterProjection.GROUP)
public class PlanRegisterProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "plan-register";

  private final AsOfTable<PlanRow> plans;

  public PlanRegisterProjection(JdbcTemplate jdbc) {
    this.plans = new AsOfTable<>(jdbc, "plan", PlanRow.class);
  }

  @Override
  protected void write(List<Recorded> events) {
    plans.write(events, PlanEvent.class, PlanRow::after);
  }

  @Override
  public void clear() {
    plans.clear();
  }
}
