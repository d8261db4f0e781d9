package plantrail.kernel.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * By when something is due, in the words of a plan. Three forms:
 *
 * <ul>
 *   <li>a date: "trước ngày 29/02/2024";
 *   <li>a month and a day: "trước ngày 15/12 hằng năm";
 *   <li>a day alone: "trước ngày 15 của tháng cuối quý", the day of the period's last month; of a
 *       week the day of the week: "chậm nhất thứ Sáu hằng tuần".
 * </ul>
 *
 * Where a month lacks the day (the 31st of April, 29 February in a common year), all of the month
 * is timely, be it by that day or before it.
 *
 * @param bound whether the named day itself is still timely
 * @param date the date, for a duty that falls due once
 * @param month month of the year (1 to 12), together with {@code day}
 * @param day day of the month (1 to 31), or of the week (1 for Monday to 7)
 */
public record DueRule(
    Bound bound, @Nullable LocalDate date, @Nullable Integer month, @Nullable Integer day) {

  private static final int SUNDAY = 7;

  public DueRule {
    if ((date == null) == (day == null) || (date != null && month != null)) {
      throw new IllegalArgumentException(
          "A due rule names a date, a month and a day, or a day alone");
    }
    if ((day != null && (day < 1 || day > 31)) || (month != null && (month < 1 || month > 12))) {
      throw new IllegalArgumentException("No such day: month " + month + ", day " + day);
    }
  }

  /** "trước ngày D": the last timely day is the day before. */
  public static DueRule before(LocalDate date) {
    return new DueRule(Bound.BEFORE, date, null, null);
  }

  /** "chậm nhất ngày D": the last timely day is D. */
  public static DueRule by(LocalDate date) {
    return new DueRule(Bound.BY, date, null, null);
  }

  /** The same day of every year. */
  public static DueRule yearly(Bound bound, MonthDay day) {
    return new DueRule(bound, null, day.getMonthValue(), day.getDayOfMonth());
  }

  /** A day of each period's last month. */
  public static DueRule ofLastMonth(Bound bound, int day) {
    return new DueRule(bound, null, null, day);
  }

  /** Whether it names one date, so that it needs no period. */
  public boolean once() {
    return date != null;
  }

  /** Whether any year has the day that it names: 29 February exists, 30 February does not. */
  public boolean exists() {
    return month == null || day == null || day <= Month.of(month).maxLength();
  }

  /** Whether it names a day that every period of that frequency has. */
  public boolean fits(Frequency frequency) {
    return frequency != Frequency.WEEK || day == null || (month == null && day <= SUNDAY);
  }

  /** The last timely day of a rule with a date; throws IllegalStateException for the others. */
  public LocalDate lastTimelyDay() {
    if (date == null) {
      throw new IllegalStateException("Only within a period: " + this);
    }
    return timely(date);
  }

  /** The last timely day of the duty for that period. */
  public LocalDate lastTimelyDay(Period period) {
    if (date != null) {
      return timely(date);
    }
    if (month == null && period.frequency() == Frequency.WEEK) {
      return timely(
          period.monday().plusDays(Math.min(java.util.Objects.requireNonNull(day), SUNDAY) - 1L));
    }
    return timelyIn(month == null ? period.lastMonth() : YearMonth.of(period.year(), month));
  }

  private LocalDate timelyIn(YearMonth in) {
    int named = java.util.Objects.requireNonNull(day);
    return named > in.lengthOfMonth() ? in.atEndOfMonth() : timely(in.atDay(named));
  }

  private LocalDate timely(LocalDate named) {
    return bound == Bound.BEFORE ? named.minusDays(1) : named;
  }
}
