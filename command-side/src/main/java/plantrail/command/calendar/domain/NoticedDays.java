package plantrail.command.calendar.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.CalendarEvent;
import plantrail.kernel.calendar.DayOverridden;

/**
 * What notices made of the days of a year, as the calendar's record tells.
 *
 * @param days the last that was said of each day
 */
public record NoticedDays(Map<LocalDate, DayOverridden> days) {
  public NoticedDays {
    days = Map.copyOf(days);
  }

  public static NoticedDays evolve(@Nullable NoticedDays before, CalendarEvent event) {
    return switch (event) {
      case DayOverridden overridden -> {
        Map<LocalDate, DayOverridden> days =
            before == null ? new HashMap<>() : new HashMap<>(before.days());
        days.put(overridden.day(), overridden);
        yield new NoticedDays(days);
      }
    };
  }
}
