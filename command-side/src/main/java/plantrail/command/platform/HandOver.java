package plantrail.command.platform;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.LocalTime;

/** The day on which something was handed over, as against the moment at which it was entered. */
public final class HandOver {
  private HandOver() {}

  /**
   * The stated day, or today in Vietnam if none is stated. Refuses a day in the future or before
   * the duty began.
   */
  public static LocalDate day(@Nullable LocalDate stated, LocalDate begun, Instant now) {
    LocalDate today = LocalTime.dayOf(now);
    if (stated == null) {
      return today;
    }
    new Check()
        .that(!stated.isAfter(today), "happenedOn", "field.in-future", today.toString())
        .that(!stated.isBefore(begun), "happenedOn", "field.before-begin", begun.toString())
        .done();
    return stated;
  }
}
