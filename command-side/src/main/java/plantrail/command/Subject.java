package plantrail.command;

import java.time.LocalDate;

/** What steps are taken of: a task, a report, as its record tells. */
public interface Subject {
  /** Local day on which it began; no step of it happened before. */
  LocalDate begun();
}
