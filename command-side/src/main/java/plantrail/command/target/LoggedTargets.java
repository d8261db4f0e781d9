package plantrail.command.target;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Records;
import plantrail.command.target.domain.Target;
import plantrail.command.target.domain.Targets;
import plantrail.kernel.target.TargetEvent;

/** Targets as the log itself tells. */
@Component
class LoggedTargets implements Targets {
  private final Records records;

  LoggedTargets(Records records) {
    this.records = records;
  }

  @Override
  public @Nullable Target find(String targetId) {
    return records.find(targetId, TargetEvent.class, Target::evolve);
  }
}
