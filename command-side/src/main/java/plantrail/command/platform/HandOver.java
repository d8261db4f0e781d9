package plantrail.command.platform;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.LocalTime;

/** The day on which something was handed over, as against the moment at which it was entered. */
public final class HandOver {
  private HandOver() {}

  /** The stated day, or today in Vietnam if none is stated. */
  public static LocalDate day(@Nullable LocalDate stated, Instant now) {
    return stated != null ? stated : LocalTime.dayOf(now);
  }

  /** Notes as faulty a stated day that lies in the future or before the duty began. */
  public static Check check(@Nullable LocalDate stated, LocalDate begun, Instant now) {
    LocalDate today = LocalTime.dayOf(now);
    return new Check()
        .that(
            stated == null || !stated.isAfter(today),
            "happenedOn",
            "field.in-future",
            today.toString())
        .that(
            stated == null || !stated.isBefore(begun),
            "happenedOn",
            "field.before-begin",
            begun.toString());
  }
}
