package plantrail.query.targets;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.kernel.target.TargetEvent;
import plantrail.query.platform.AsOfTable;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps the register of targets. */
@Component
@ProcessingGroup(TargetsProjection.GROUP)
public class TargetsProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "targets";

  private final AsOfTable<TargetRow> targets;

  public TargetsProjection(JdbcTemplate jdbc) {
    this.targets = new AsOfTable<>(jdbc, "target", TargetRow.class);
  }

  @Override
  protected void write(List<Recorded> events) {
    targets.write(events, TargetEvent.class, TargetRow::after);
  }

  @Override
  public void clear() {
    targets.clear();
  }
}
