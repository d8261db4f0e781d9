package plantrail.kernel.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reporting period: a day, week, month, quarter, half-year or year. Weeks are those of ISO 8601:
 * from Monday to Sunday, the first one being that with the year's first Thursday.
 *
 * @param frequency which of them; never {@link Frequency#ON_DEMAND}
 * @param year the calendar year that names it; of a week the year in which most of it lies
 * @param index which within the year, from 1; of a day which day of the year
 * @param call which call for reports about that period, from 1: only on demand is there a second
 */
public record Period(Frequency frequency, int year, int index, int call) {
  private static final Pattern LABEL = Pattern.compile("(\\d{4})(?:-(W|M|Q|H)(\\d{1,2}))?");
  private static final Pattern FURTHER = Pattern.compile("(.+)\\.([2-9]|[1-9]\\d{1,2})");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** A day of every year's first week. */
  private static final int FIRST_WEEKS_DAY = 4;

  /** A day in December of every year's last week. */
  private static final int LAST_WEEKS_DAY = 28;

  public Period {
    if (frequency == Frequency.ON_DEMAND) {
      throw new IllegalArgumentException("A duty on demand has no period");
    }
    if (index < 1 || index > last(frequency, year)) {
      throw new IllegalArgumentException("No period " + index + " of " + frequency + " in a year");
    }
    if (call < 1) {
      throw new IllegalArgumentException("Calls are counted from 1, not from " + call);
    }
  }

  /** A period that reports are asked for about once. */
  public Period(Frequency frequency, int year, int index) {
    this(frequency, year, index, 1);
  }

  /** The same period as that call for reports means it. */
  public Period ofCall(int call) {
    return new Period(frequency, year, index, call);
  }

  /** How many there are in that year. */
  private static int last(Frequency frequency, int year) {
    return switch (frequency) {
      case DAY -> Year.of(year).length();
      case WEEK -> LocalDate.of(year, 12, LAST_WEEKS_DAY).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      default -> 12 / frequency.months();
    };
  }

  /** The period in whose calendar months or week the day lies, or which it is. */
  public static Period containing(Frequency frequency, LocalDate day) {
    return switch (frequency) {
      case DAY -> new Period(frequency, day.getYear(), day.getDayOfYear());
      case WEEK ->
          new Period(
              frequency,
              day.get(IsoFields.WEEK_BASED_YEAR),
              day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      default ->
          new Period(frequency, day.getYear(), (day.getMonthValue() - 1) / frequency.months() + 1);
    };
  }

  /** Reads what {@link #label()} writes; throws IllegalArgumentException for anything else. */
  public static Period parse(String label) {
    Matcher further = FURTHER.matcher(label);
    return further.matches()
        ? once(further.group(1)).ofCall(Integer.parseInt(further.group(2)))
        : once(label);
  }

  private static Period once(String label) {
    if (DAY.matcher(label).matches()) {
      try {
        return containing(Frequency.DAY, LocalDate.parse(label));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("Not a day: " + label, e);
      }
    }
    Matcher matcher = LABEL.matcher(label);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a period: " + label);
    }
    int year = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) == null) {
      return new Period(Frequency.YEAR, year, 1);
    }
    Frequency frequency =
        switch (matcher.group(2)) {
          case "W" -> Frequency.WEEK;
          case "M" -> Frequency.MONTH;
          case "Q" -> Frequency.QUARTER;
          default -> Frequency.HALF_YEAR;
        };
    return new Period(frequency, year, Integer.parseInt(matcher.group(3)));
  }

  /**
   * {@code 2024}, {@code 2024-H1}, {@code 2024-Q3}, {@code 2024-M07}, {@code 2024-W29} or {@code
   * 2024-07-15}; with {@code .2} behind it for the second call about it, and so on.
   */
  public String label() {
    return call == 1 ? once() : once() + "." + call;
  }

  private String once() {
    return switch (frequency) {
      case YEAR -> "%d".formatted(year);
      case HALF_YEAR -> "%d-H%d".formatted(year, index);
      case QUARTER -> "%d-Q%d".formatted(year, index);
      case MONTH -> "%d-M%02d".formatted(year, index);
      case WEEK -> "%d-W%02d".formatted(year, index);
      case DAY -> LocalDate.ofYearDay(year, index).toString();
      case ON_DEMAND -> throw new IllegalStateException();
    };
  }

  /** Monday of a week; throws IllegalStateException for all else. */
  public LocalDate monday() {
    if (frequency != Frequency.WEEK) {
      throw new IllegalStateException("No week: " + label());
    }
    return LocalDate.of(year, 1, FIRST_WEEKS_DAY)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, index)
        .with(DayOfWeek.MONDAY);
  }

  /** The last calendar month that belongs to it; throws IllegalStateException for a week. */
  public YearMonth lastMonth() {
    if (frequency == Frequency.WEEK) {
      throw new IllegalStateException("A week has no month of its own: " + label());
    }
    if (frequency == Frequency.DAY) {
      return YearMonth.from(LocalDate.ofYearDay(year, index));
    }
    return YearMonth.of(year, index * frequency.months());
  }

  private YearMonth firstMonth() {
    return YearMonth.of(year, (index - 1) * frequency.months() + 1);
  }

  /** First day covered; a week or day is the same in every window. */
  public LocalDate from(Window window) {
    if (frequency == Frequency.DAY) {
      return LocalDate.ofYearDay(year, index);
    }
    if (frequency == Frequency.WEEK) {
      return monday();
    }
    return switch (window) {
      case CALENDAR -> firstMonth().atDay(1);
      case DECREE_09_2019 -> firstMonth().minusMonths(1).atDay(15);
    };
  }

  /** Last day covered; a week or day is the same in every window. */
  public LocalDate to(Window window) {
    if (frequency == Frequency.DAY) {
      return from(window);
    }
    if (frequency == Frequency.WEEK) {
      return monday().plusDays(DayOfWeek.values().length - 1L);
    }
    return switch (window) {
      case CALENDAR -> lastMonth().atEndOfMonth();
      case DECREE_09_2019 -> lastMonth().atDay(14);
    };
  }

  /** The period that follows. */
  public Period next() {
    return index == last(frequency, year)
        ? new Period(frequency, year + 1, 1)
        : new Period(frequency, year, index + 1);
  }
}
