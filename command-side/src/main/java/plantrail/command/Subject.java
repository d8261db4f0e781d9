package plantrail.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What steps are taken of: a task, a report, as its record tells. */
public interface Subject {
  /** Local day on which it began; no step of it happened before. */
  LocalDate begun();

  /**
   * Local day since which a step is open; it did not happen before.
   *
   * @param step name of the step
   */
  default LocalDate openSince(String step) {
    return begun();
  }

  /** Identifier of the plan that it belongs to; null if to none. */
  default @Nullable String plan() {
    return null;
  }
}
