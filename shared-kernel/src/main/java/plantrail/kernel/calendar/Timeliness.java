package plantrail.kernel.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a duty stands against its last timely day. Never stored: it follows from dates. The first
 * four are the classes of Decision 42/2014/QĐ-TTg.
 */
public enum Timeliness {
  DONE_ON_TIME,
  DONE_LATE,
  OPEN_IN_TIME,
  OPEN_OVERDUE,
  /** Done, without a day to measure against, or a request. */
  DONE_UNDATED,
  /** Open, without a day to measure against. */
  OPEN_UNDATED,
  /** A request past its day: bodies that can be asked but not ordered are never in breach. */
  OPEN_AWAITED,
  /** Neither done nor owed: it was called off. */
  NOT_OWED;

  /** Whether the duty is still to be done. */
  public boolean isOpen() {
    return switch (this) {
      case OPEN_IN_TIME, OPEN_OVERDUE, OPEN_UNDATED, OPEN_AWAITED -> true;
      case DONE_ON_TIME, DONE_LATE, DONE_UNDATED, NOT_OWED -> false;
    };
  }

  /** The class of a duty that is owed until it is handed in. */
  public static Timeliness of(
      @Nullable LocalDate due, @Nullable LocalDate handedInOn, LocalDate today, boolean request) {
    return of(due, handedInOn, true, today, request);
  }

  /**
   * The class of a duty.
   *
   * @param due last timely day; null if it has none
   * @param handedInOn day of the hand-over that counts; null while it is open
   * @param owed whether it is owed while it is not handed in
   * @param today the local day of the moment looked at
   * @param request whether it is a request that cannot be breached (practice)
   */
  public static Timeliness of(
      @Nullable LocalDate due,
      @Nullable LocalDate handedInOn,
      boolean owed,
      LocalDate today,
      boolean request) {
    if (handedInOn != null) {
      return due == null || request
          ? DONE_UNDATED
          : handedInOn.isAfter(due) ? DONE_LATE : DONE_ON_TIME;
    }
    if (!owed) {
      return NOT_OWED;
    }
    if (due == null) {
      return OPEN_UNDATED;
    }
    if (!today.isAfter(due)) {
      return OPEN_IN_TIME;
    }
    return request ? OPEN_AWAITED : OPEN_OVERDUE;
  }
}
