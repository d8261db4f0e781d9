package plantrail.query.agencies;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.query.platform.AsOfTable;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps the registry of agencies. */
@Component
@ProcessingGroup(AgenciesProjection.GROUP)
public class AgenciesProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "agencies";

  private final AsOfTable<AgencyRow> agencies;

  public AgenciesProjection(JdbcTemplate jdbc) {
    this.agencies = new AsOfTable<>(jdbc, "agency", AgencyRow.class);
  }

  @Override
  protected void write(List<Recorded> events) {
    agencies.write(events, AgencyEvent.class, AgencyRow::after);
  }

  @Override
  public void clear() {
    agencies.clear();
  }
}
