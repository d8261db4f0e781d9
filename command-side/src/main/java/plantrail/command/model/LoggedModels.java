package plantrail.command.model;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.model.domain.Model;
import plantrail.command.model.domain.Models;
import plantrail.command.platform.Records;
import plantrail.kernel.model.ModelEvent;

/** Models as the log itself tells. */
@Component
class LoggedModels implements Models {
  private final Records records;

  LoggedModels(Records records) {
    this.records = records;
  }

  @Override
  public @Nullable Model find(String modelId) {
    return records.find(modelId, ModelEvent.class, Model::evolve);
  }
}
