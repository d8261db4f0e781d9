package plantrail.query.history;

import org.jspecify.annotations.Nullable;

/**
 * One thing that an event changed.
 *
 * @param position the event's place in the log
 * @param kind the workflow of its subject: {@code task}, {@code report} or {@code plan}
 * @param before what it was; null if there was none
 * @param after what it became; null if there is none
 */
public record Change(
    long position, String kind, What what, @Nullable String before, @Nullable String after) {

  /** What can change. */
  public enum What {
    /** A state of the workflow. */
    STATE,
    /** A share done, 0 to 100. */
    PERCENT,
    /** A last timely day, local date in the form of ISO 8601. */
    DUE,
    /** Code of the agency that is responsible. */
    AGENCY
  }
}
