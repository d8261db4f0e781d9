package plantrail.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The local time of all due dates and of all that is shown: Vietnam, without daylight saving. */
public final class LocalTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private LocalTime() {}

  /** The local day on which that moment falls. */
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** The first moment of that local day. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** The first moment after that local day. */
  public static Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1));
  }
}
