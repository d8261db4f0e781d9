package plantrail.kernel.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.localDates;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

class WorkingCalendarTest {
  private static final Gen<LocalDate> DAYS =
      localDates()
          .withDaysBetween(
              LocalDate.of(2010, 1, 1).toEpochDay(), LocalDate.of(2060, 12, 31).toEpochDay());
  private static final Gen<Integer> YEARS = integers().between(2000, 2199);

  /** Calendars in which some days around New Year 2026 are not what the law alone gives. */
  private static final Gen<WorkingCalendar> CALENDARS =
      lists()
          .of(
              localDates()
                  .withDaysBetween(
                      LocalDate.of(2025, 12, 1).toEpochDay(), LocalDate.of(2026, 3, 1).toEpochDay())
                  .zip(arbitrary().enumValues(DayKind.class), Map::entry))
          .ofSizeBetween(0, 30)
          .map(exceptions -> {
            WorkingCalendar calendar = WorkingCalendar.STATUTORY;
            for (var each : exceptions) {
              calendar = calendar.with(each.getKey(), each.getValue());
            }
            return calendar;
          });

  private static final Gen<LocalDate> NEAR =
      localDates()
          .withDaysBetween(
              LocalDate.of(2025, 12, 1).toEpochDay(), LocalDate.of(2026, 3, 1).toEpochDay());

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Map<Holiday, List<LocalDate>> daysOff(int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day -> WorkingCalendar.holiday(day) != null)
        .collect(
            groupingBy(
                day -> java.util.Objects.requireNonNull(WorkingCalendar.holiday(day)),
                mapping(day -> day, toList())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-10",
        "2025-01-29",
        "2026-02-17",
        "2027-02-06",
        "2028-01-26",
        "2030-02-02"
      })
  void theFirstDayOfTheLunarYearItsEveAndTheThreeAfterItAreOff(String tet) {
    assertThat(daysOff(day(tet).getYear()).get(Holiday.TET))
        .startsWith(day(tet).minusDays(1), day(tet), day(tet).plusDays(1))
        .contains(day(tet).plusDays(3))
        .doesNotContain(day(tet).minusDays(2));
  }

  @Test
  void tet2026IsFromMondayToFriday() {
    assertThat(daysOff(2026).get(Holiday.TET))
        .containsExactly(
            day("2026-02-16"),
            day("2026-02-17"),
            day("2026-02-18"),
            day("2026-02-19"),
            day("2026-02-20"));
  }

  @Test
  void theHungKings2026FallOnASundayAndAreMadeUpOnTheMonday() {
    assertThat(daysOff(2026).get(Holiday.HUNG_KINGS))
        .containsExactly(day("2026-04-26"), day("2026-04-27"));
    assertThat(WorkingCalendar.STATUTORY.isWorkingDay(day("2026-04-27"))).isFalse();
    assertThat(WorkingCalendar.STATUTORY.isWorkingDay(day("2026-04-28"))).isTrue();
    assertThat(daysOff(2027).get(Holiday.HUNG_KINGS)).containsExactly(day("2027-04-16"));
  }

  @Test
  void twoHolidaysOnOneWeekendAreMadeUpOnDifferentDays() {
    assertThat(daysOff(2027).get(Holiday.VICTORY_DAY)).containsExactly(day("2027-04-30"));
    assertThat(daysOff(2027).get(Holiday.LABOUR_DAY))
        .containsExactly(day("2027-05-01"), day("2027-05-03"));
    assertThat(daysOff(2022).get(Holiday.VICTORY_DAY))
        .containsExactly(day("2022-04-30"), day("2022-05-02"));
    assertThat(daysOff(2022).get(Holiday.LABOUR_DAY))
        .containsExactly(day("2022-05-01"), day("2022-05-03"));
  }

  @Test
  void cultureDayIsOffSince2026() {
    assertThat(WorkingCalendar.STATUTORY.isWorkingDay(day("2025-11-24"))).isTrue();
    assertThat(WorkingCalendar.STATUTORY.isWorkingDay(day("2026-11-24"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2020, 2020-09-02, 2020-09-02",
    "2021, 2021-09-02, 2021-09-03",
    "2022, 2022-09-01, 2022-09-02",
    "2024, 2024-09-02, 2024-09-03",
    "2025, 2025-09-01, 2025-09-02",
    "2026, 2026-09-01, 2026-09-02",
    "2023, 2023-09-01, 2023-09-04",
    "2029, 2029-09-02, 2029-09-04"
  })
  void nationalDayHasADayBesideItSince2021(int year, LocalDate first, LocalDate last) {
    assertThat(daysOff(year).get(Holiday.NATIONAL_DAY)).startsWith(first).endsWith(last);
  }

  @Test
  void everyYearGivesItsNumberOfDaysOffBesideTheWeekends() {
    qt().forAll(YEARS)
        .checkAssert(year -> {
          long off =
              daysOff(year).values().stream()
                  .flatMap(List::stream)
                  .filter(day -> !StatutoryHolidays.isWeekend(day))
                  .count();
          assertThat(off).isEqualTo(year < 2021 ? 10 : year < 2026 ? 11 : 12);
        });
  }

  @Test
  void aNoticeWinsOverTheLawAndTheLatestNoticeOverTheEarlier() {
    qt().forAll(DAYS, arbitrary().enumValues(DayKind.class))
        .checkAssert((day, kind) -> {
          WorkingCalendar noticed = WorkingCalendar.STATUTORY.with(day, kind);
          assertThat(noticed.kindOf(day)).isEqualTo(kind);
          for (LocalDate other : List.of(day.minusDays(1), day.plusDays(1))) {
            assertThat(noticed.kindOf(other)).isEqualTo(WorkingCalendar.STATUTORY.kindOf(other));
          }
          assertThat(noticed.with(day, DayKind.OFF).with(day, kind)).isEqualTo(noticed);
        });
  }

  @Test
  void asManyWorkingDaysLieBetweenAsWereCounted() {
    qt().forAll(CALENDARS, NEAR, integers().between(0, 40))
        .checkAssert((calendar, day, n) -> {
          LocalDate before = calendar.workingDaysBefore(day, n);
          LocalDate after = calendar.workingDaysAfter(day, n);
          assertThat(before.datesUntil(day).filter(calendar::isWorkingDay)).hasSize(n);
          assertThat(day.plusDays(1).datesUntil(after.plusDays(1)).filter(calendar::isWorkingDay))
              .hasSize(n);
          assertThat(calendar.workingDaysBetween(day, after.plusDays(1))).isEqualTo(n);
          if (n > 0) {
            assertThat(calendar.isWorkingDay(before)).isTrue();
            assertThat(calendar.isWorkingDay(after)).isTrue();
          }
        });
  }

  @Test
  void theNextWorkingDayIsTheNearestOne() {
    qt().forAll(CALENDARS, NEAR)
        .checkAssert((calendar, day) -> {
          LocalDate next = calendar.nextWorkingDay(day);
          assertThat(next).isAfter(day);
          assertThat(calendar.isWorkingDay(next)).isTrue();
          assertThat(day.plusDays(1).datesUntil(next)).noneMatch(calendar::isWorkingDay);
        });
  }

  @Test
  void sevenWorkingDaysBeforeADayAfterTetLieBeforeTet() {
    assertThat(WorkingCalendar.STATUTORY.workingDaysBefore(day("2026-02-26"), 7))
        .isEqualTo(day("2026-02-10"));
  }
}
