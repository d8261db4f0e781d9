package plantrail.query.models;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.kernel.model.ModelEvent;
import plantrail.query.platform.AsOfTable;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps the register of models. */
@Component
@ProcessingGroup(ModelsProjection.GROUP)
public class ModelsProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "models";

  private final AsOfTable<ModelRow> models;

  public ModelsProjection(JdbcTemplate jdbc) {
    this.models = new AsOfTable<>(jdbc, "model", ModelRow.class);
  }

  @Override
  protected void write(List<Recorded> events) {
    models.write(events, ModelEvent.class, ModelRow::after);
  }

  @Override
  public void clear() {
    models.clear();
  }
}
