package plantrail.kernel;

import java.time.LocalDate;

/** What stayed overdue was put before a superior agency. */
public interface Escalation extends DomainEvent {
  /** Code of the superior agency that was told. */
  String addressee();

  /** The last timely day, local date. */
  LocalDate due();

  /** However many days had passed, the same day is put before the same superior once. */
  @Override
  default boolean repeats(DomainEvent told) {
    return told instanceof Escalation before
        && addressee().equals(before.addressee())
        && due().equals(before.due());
  }
}
