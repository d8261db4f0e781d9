package plantrail.command.automation;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import plantrail.command.plan.OpenDuties;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.platform.messaging.Waiting;
import plantrail.platform.messaging.Watermarks;
import plantrail.platform.store.LogEnd;

/** Counts in the book of duties, once it tells all that is on record. */
@Component
class CountedDuties implements OpenDuties {
  private final PlanDuties duties;
  private final RollOuts rollOuts;
  private final Watermarks watermarks;
  private final LogEnd log;
  private final Duration patience;

  CountedDuties(
      PlanDuties duties,
      RollOuts rollOuts,
      Watermarks watermarks,
      LogEnd log,
      @Value("${plantrail.conclusion.patience:5s}") Duration patience) {
    this.duties = duties;
    this.rollOuts = rollOuts;
    this.watermarks = watermarks;
    this.log = log;
    this.patience = patience;
  }

  @Override
  public Count of(String planId) {
    long deadline = System.nanoTime() + patience.toNanos();
    // Only then are all of the plan's changes known that are to be rolled out.
    awaitBook(deadline);
    if (!rollOuts.all(planId).stream().allMatch(RollOuts.State::finished)) {
      throw notYet();
    }
    // What a roll-out did at its very end may be younger than what was waited for.
    awaitBook(deadline);
    return duties.open(planId);
  }

  /** Waits until the book tells all that is on record now. */
  private void awaitBook(long deadline) {
    Supplier<OptionalLong> end = log.now();
    if (!Waiting.until(deadline, () -> tells(end.get()))) {
      throw notYet();
    }
  }

  private boolean tells(OptionalLong position) {
    return position.isPresent()
        && watermarks.of(Set.of(WhenPlanIssuedThenAssignTasks.GROUP)) >= position.getAsLong();
  }

  private static Refusal notYet() {
    return Refusal.of(RefusalCode.CONFLICT, "refusal.duties-under-way");
  }
}
