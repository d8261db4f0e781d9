package plantrail.query.consolidations;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.query.platform.AsOfTable;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps the consolidations. */
@Component
@ProcessingGroup(ConsolidationsProjection.GROUP)
public class ConsolidationsProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "consolidations";

  private final AsOfTable<ConsolidationRow> consolidations;

  public ConsolidationsProjection(JdbcTemplate jdbc) {
    this.consolidations = new AsOfTable<>(jdbc, "consolidation", ConsolidationRow.class);
  }

  @Override
  protected void write(List<Recorded> events) {
    consolidations.write(events, ConsolidationEvent.class, ConsolidationRow::after);
  }

  @Override
  public void clear() {
    consolidations.clear();
  }
}
