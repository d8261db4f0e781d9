package plantrail.query.inspections;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.query.platform.AsOfTable;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps the register of inspections. */
@Component
@ProcessingGroup(InspectionsProjection.GROUP)
public class InspectionsProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "inspections";

  private final AsOfTable<InspectionRow> inspections;

  public InspectionsProjection(JdbcTemplate jdbc) {
    this.inspections = new AsOfTable<>(jdbc, "inspection", InspectionRow.class);
  }

  @Override
  protected void write(List<Recorded> events) {
    inspections.write(events, InspectionEvent.class, InspectionRow::after);
  }

  @Override
  public void clear() {
    inspections.clear();
  }
}
