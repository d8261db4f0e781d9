package plantrail.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;

/**
 * The holidays of a year as the law gives them, before any notice for that year: Labour Code 2019,
 * article 112, and Resolution 28/2026/QH16. A holiday on a Saturday or Sunday is made up on the
 * next working day (article 111). Which five days Tết has, and which day stands beside 2 September,
 * is fixed by a notice each year; what is computed here is the usual choice (practice), and {@link
 * WorkingCalendar} takes the notice.
 */
final class StatutoryHolidays {
  private static final int FIRST_YEAR_OF_TWO_NATIONAL_DAYS = 2021;
  private static final int FIRST_YEAR_OF_CULTURE_DAY = 2026;
  private static final int TET_DAYS = 5;
  private static final EastAsianMonth THIRD_MONTH = EastAsianMonth.valueOf(3);

  private StatutoryHolidays() {}

  /** All days off of that year beside its weekends, each with the holiday that it is off for. */
  static NavigableMap<LocalDate, Holiday> of(int year) {
    NavigableMap<LocalDate, Holiday> days = new TreeMap<>();
    days.put(LocalDate.of(year, Month.JANUARY, 1), Holiday.NEW_YEAR);
    LocalDate tet = solar(VietnameseCalendar.ofTet(year));
    tet.minusDays(1)
        .datesUntil(tet.plusDays(TET_DAYS - 1))
        .forEach(day -> days.put(day, Holiday.TET));
    days.put(
        solar(VietnameseCalendar.of(EastAsianYear.forGregorian(year), THIRD_MONTH, 10)),
        Holiday.HUNG_KINGS);
    days.put(LocalDate.of(year, Month.APRIL, 30), Holiday.VICTORY_DAY);
    days.put(LocalDate.of(year, Month.MAY, 1), Holiday.LABOUR_DAY);
    LocalDate national = LocalDate.of(year, Month.SEPTEMBER, 2);
    days.put(national, Holiday.NATIONAL_DAY);
    if (year >= FIRST_YEAR_OF_TWO_NATIONAL_DAYS) {
      days.put(besideNationalDay(national), Holiday.NATIONAL_DAY);
    }
    if (year >= FIRST_YEAR_OF_CULTURE_DAY) {
      days.put(LocalDate.of(year, Month.NOVEMBER, 24), Holiday.CULTURE_DAY);
    }
    makeUp(days);
    return days;
  }

  private static LocalDate solar(VietnameseCalendar lunar) {
    return lunar.transform(PlainDate.axis()).toTemporalAccessor();
  }

  /** The day before or after, whichever makes the longer rest without falling on a weekend. */
  private static LocalDate besideNationalDay(LocalDate national) {
    return switch (national.getDayOfWeek()) {
      case MONDAY, THURSDAY, SUNDAY -> national.plusDays(1);
      case TUESDAY, WEDNESDAY, FRIDAY, SATURDAY -> national.minusDays(1);
    };
  }

  private static void makeUp(NavigableMap<LocalDate, Holiday> days) {
    for (var each : List.copyOf(days.entrySet())) {
      if (isWeekend(each.getKey())) {
        LocalDate free = each.getKey();
        while (isWeekend(free) || days.containsKey(free)) {
          free = free.plusDays(1);
        }
        days.put(free, each.getValue());
      }
    }
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
