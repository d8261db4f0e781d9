package plantrail.command.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.LocalTime;

/**
 * The two clocks of a step: when it is entered, and the day on which it happened. Lateness is
 * judged by the latter.
 *
 * @param now the moment of the decision
 * @param stated the day on which it happened, local date; null if not stated, then today
 * @param reason why it is entered later than it happened; null if not stated
 * @param freeDays how many days a step may lie in the past without a reason (practice)
 */
public record Occurrence(
    Instant now, @Nullable LocalDate stated, @Nullable String reason, int freeDays) {
  /** The field of a command that states the day. */
  public static final String DAY = "happenedOn";

  /** The field of a command that says why it is entered late. */
  public static final String REASON = "backdatingReason";

  /** A step that happens as it is entered. */
  public static Occurrence at(Instant now) {
    return new Occurrence(now, null, null, 0);
  }

  /** The local day on which it happened. */
  public LocalDate day() {
    return stated != null ? stated : today();
  }

  /** The local day of the decision. */
  public LocalDate today() {
    return LocalTime.dayOf(now);
  }

  /** The same step, as one that states that day in a field of its own. */
  public Occurrence on(LocalDate day) {
    return new Occurrence(now, day, reason, freeDays);
  }

  /**
   * Notes as faulty a stated day that lies in the future, or further back than may pass without a
   * reason, whatever the step is about.
   */
  Check check() {
    return dated(new Check().text(reason, REASON, Check.LINE), stated, DAY);
  }

  /**
   * Notes as faulty a day that lies in the future, or further back than may pass without a reason.
   *
   * @param day local day on which the step happened; null if not stated
   * @param field the field that states it, which may be the command's own
   */
  public Check dated(Check check, @Nullable LocalDate day, String field) {
    return check
        .that(day == null || !day.isAfter(today()), field, "field.in-future", today().toString())
        .that(
            day == null || reason != null || ChronoUnit.DAYS.between(day, today()) <= freeDays,
            REASON,
            "field.backdated",
            Integer.toString(freeDays));
  }

  /**
   * Notes as faulty a stated day that lies in the future, before the step was open, or further back
   * than may pass without a reason.
   *
   * @param since local day on which the duty began, or since which the step is open
   */
  public Check check(LocalDate since) {
    return check()
        .that(
            stated == null || !stated.isBefore(since), DAY, "field.before-begin", since.toString());
  }
}
