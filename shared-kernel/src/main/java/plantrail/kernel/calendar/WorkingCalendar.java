package plantrail.kernel.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The days on which offices work: Monday to Friday but for the statutory holidays, save where the
 * notice for a year says otherwise of a day. Immutable; two of them with the same exceptions are
 * equal.
 */
public final class WorkingCalendar {
  /** What the law alone gives, without any notice. */
  public static final WorkingCalendar STATUTORY = new WorkingCalendar(Map.of());

  private static final Map<Integer, NavigableMap<LocalDate, Holiday>> HOLIDAYS =
      new ConcurrentHashMap<>();

  private final Map<LocalDate, DayKind> exceptions;

  private WorkingCalendar(Map<LocalDate, DayKind> exceptions) {
    this.exceptions = Map.copyOf(exceptions);
  }

  /** This calendar, but that day is of that kind whatever the law alone gives. */
  public WorkingCalendar with(LocalDate day, DayKind kind) {
    return with(Map.of(day, kind));
  }

  /** This calendar, but those days are of those kinds whatever the law alone gives. */
  public WorkingCalendar with(Map<LocalDate, DayKind> notice) {
    Map<LocalDate, DayKind> more = new HashMap<>(exceptions);
    more.putAll(notice);
    return new WorkingCalendar(more);
  }

  /** Of which kind that day is. */
  public DayKind kindOf(LocalDate day) {
    DayKind exception = exceptions.get(day);
    if (exception != null) {
      return exception;
    }
    return StatutoryHolidays.isWeekend(day) || holiday(day) != null ? DayKind.OFF : DayKind.WORKED;
  }

  /** Whether offices work on that day. */
  public boolean isWorkingDay(LocalDate day) {
    return kindOf(day) == DayKind.WORKED;
  }

  /** The first working day after that day. */
  public LocalDate nextWorkingDay(LocalDate day) {
    return workingDaysAfter(day, 1);
  }

  /** The n-th working day after that day, which does not count itself; the day itself for 0. */
  public LocalDate workingDaysAfter(LocalDate day, int n) {
    return workingDays(day, n, 1);
  }

  /** The n-th working day before that day, which does not count itself; the day itself for 0. */
  public LocalDate workingDaysBefore(LocalDate day, int n) {
    return workingDays(day, n, -1);
  }

  /** How many working days lie between a day and a later one, neither of them counted. */
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    return (int) from.plusDays(1).datesUntil(to).filter(this::isWorkingDay).count();
  }

  private LocalDate workingDays(LocalDate from, int n, int step) {
    if (n < 0) {
      throw new IllegalArgumentException("Not a number of days: " + n);
    }
    LocalDate day = from;
    for (int counted = 0; counted < n; ) {
      day = day.plusDays(step);
      if (isWorkingDay(day)) {
        counted++;
      }
    }
    return day;
  }

  /**
   * The statutory holiday that the day is off for, also as the day on which one is made up; null if
   * for none. What a notice says of the day does not matter here.
   */
  public static @Nullable Holiday holiday(LocalDate day) {
    return HOLIDAYS.computeIfAbsent(day.getYear(), StatutoryHolidays::of).get(day);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WorkingCalendar calendar && exceptions.equals(calendar.exceptions);
  }

  @Override
  public int hashCode() {
    return exceptions.hashCode();
  }

  @Override
  public String toString() {
    return "WorkingCalendar" + exceptions;
  }
}
