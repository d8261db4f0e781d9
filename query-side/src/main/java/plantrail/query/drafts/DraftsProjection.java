package plantrail.query.drafts;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.kernel.plan.DraftEvent;
import plantrail.query.platform.AsOfTable;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps the drafts of plans. */
@Component
@ProcessingGroup(DraftsProjection.GROUP)
public class DraftsProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "drafts";

  private final AsOfTable<DraftRow> drafts;

  public DraftsProjection(JdbcTemplate jdbc) {
    this.drafts = new AsOfTable<>(jdbc, "draft", DraftRow.class);
  }

  @Override
  protected void write(List<Recorded> events) {
    drafts.write(events, DraftEvent.class, DraftRow::after);
  }

  @Override
  public void clear() {
    drafts.clear();
  }
}
