package plantrail.kernel.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reporting period: a month, quarter, half-year or year.
 *
 * @param frequency which of them; never {@link Frequency#ON_DEMAND}
 * @param year the calendar year that names it
 * @param index which within the year, from 1
 */
public record Period(Frequency frequency, int year, int index) {
  private static final Pattern LABEL = Pattern.compile("(\\d{4})(?:-(M|Q|H)(\\d{1,2}))?");

  public Period {
    if (frequency == Frequency.ON_DEMAND) {
      throw new IllegalArgumentException("A duty on demand has no period");
    }
    if (index < 1 || index > 12 / frequency.months()) {
      throw new IllegalArgumentException("No period " + index + " of " + frequency + " in a year");
    }
  }

  /** The period in whose calendar months the day lies. */
  public static Period containing(Frequency frequency, LocalDate day) {
    return new Period(frequency, day.getYear(), (day.getMonthValue() - 1) / frequency.months() + 1);
  }

  /** Reads what {@link #label()} writes; throws IllegalArgumentException for anything else. */
  public static Period parse(String label) {
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
          case "M" -> Frequency.MONTH;
          case "Q" -> Frequency.QUARTER;
          default -> Frequency.HALF_YEAR;
        };
    return new Period(frequency, year, Integer.parseInt(matcher.group(3)));
  }

  /** {@code 2024}, {@code 2024-H1}, {@code 2024-Q3} or {@code 2024-M07}. */
  public String label() {
    return switch (frequency) {
      case YEAR -> "%d".formatted(year);
      case HALF_YEAR -> "%d-H%d".formatted(year, index);
      case QUARTER -> "%d-Q%d".formatted(year, index);
      case MONTH -> "%d-M%02d".formatted(year, index);
      case ON_DEMAND -> throw new IllegalStateException();
    };
  }

  /** The last calendar month that belongs to it. */
  public YearMonth lastMonth() {
    return YearMonth.of(year, index * frequency.months());
  }

  private YearMonth firstMonth() {
    return YearMonth.of(year, (index - 1) * frequency.months() + 1);
  }

  /** First day covered. */
  public LocalDate from(Window window) {
    return switch (window) {
      case CALENDAR -> firstMonth().atDay(1);
      case DECREE_09_2019 -> firstMonth().minusMonths(1).atDay(15);
    };
  }

  /** Last day covered. */
  public LocalDate to(Window window) {
    return switch (window) {
      case CALENDAR -> lastMonth().atEndOfMonth();
      case DECREE_09_2019 -> lastMonth().atDay(14);
    };
  }

  /** The period that follows. */
  public Period next() {
    return index == 12 / frequency.months()
        ? new Period(frequency, year + 1, 1)
        : new Period(frequency, year, index + 1);
  }
}
