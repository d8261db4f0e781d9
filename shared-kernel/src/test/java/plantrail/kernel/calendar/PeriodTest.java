package plantrail.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.localDates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;

class PeriodTest {
  private static final Gen<LocalDate> DAYS =
      localDates()
          .withDaysBetween(
              LocalDate.of(2010, 1, 1).toEpochDay(), LocalDate.of(2060, 12, 31).toEpochDay());
  private static final Gen<Frequency> FREQUENCIES =
      arbitrary()
          .pick(
              Frequency.DAY,
              Frequency.WEEK,
              Frequency.MONTH,
              Frequency.QUARTER,
              Frequency.HALF_YEAR,
              Frequency.YEAR);

  @Test
  void periodsFollowEachOtherWithoutGapOrOverlapInBothWindows() {
    qt().forAll(DAYS, FREQUENCIES, arbitrary().enumValues(Window.class))
        .checkAssert((day, frequency, window) -> {
          Period period = Period.containing(frequency, day);
          assertThat(period.next().from(window)).isEqualTo(period.to(window).plusDays(1));
          assertThat(period.from(window)).isBeforeOrEqualTo(period.to(window));
        });
  }

  @Test
  void aDayLiesInItsCalendarPeriodAndTheLabelReadsBack() {
    qt().forAll(DAYS, FREQUENCIES)
        .checkAssert((day, frequency) -> {
          Period period = Period.containing(frequency, day);
          assertThat(day).isBetween(period.from(Window.CALENDAR), period.to(Window.CALENDAR));
          assertThat(Period.parse(period.label())).isEqualTo(period);
        });
  }

  @Test
  void aFurtherCallAboutAPeriodHasALabelOfItsOwnAndCoversTheSameDays() {
    qt().forAll(DAYS, FREQUENCIES)
        .checkAssert((day, frequency) -> {
          Period first = Period.containing(frequency, day);
          Period second = first.ofCall(2);
          assertThat(second.label()).isEqualTo(first.label() + ".2");
          assertThat(Period.parse(second.label())).isEqualTo(second);
          assertThat(second.from(Window.CALENDAR)).isEqualTo(first.from(Window.CALENDAR));
          assertThat(second.to(Window.CALENDAR)).isEqualTo(first.to(Window.CALENDAR));
        });
    for (String label : java.util.List.of("2024.1", "2024.0", "2024.02", "2024.", "2024.2.2")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(label));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2023-12-15, 2024-12-14",
    "2024-H1, 2023-12-15, 2024-06-14",
    "2024-H2, 2024-06-15, 2024-12-14",
    "2024-Q1, 2023-12-15, 2024-03-14",
    "2024-Q4, 2024-09-15, 2024-12-14",
    "2024-M01, 2023-12-15, 2024-01-14",
  })
  void windowsOfDecree09RunFromTheFifteenthToTheFourteenth(
      String label, LocalDate from, LocalDate to) {
    assertThat(Period.parse(label).from(Window.DECREE_09_2019)).isEqualTo(from);
    assertThat(Period.parse(label).to(Window.DECREE_09_2019)).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-W01, 2024-01-01, 2024-01-07",
    "2026-W53, 2026-12-28, 2027-01-03",
    "2027-W01, 2027-01-04, 2027-01-10",
    "2025-W01, 2024-12-30, 2025-01-05",
  })
  void weeksRunFromMondayToSundayInEveryWindow(String label, LocalDate from, LocalDate to) {
    for (Window window : Window.values()) {
      assertThat(Period.parse(label).from(window)).isEqualTo(from);
      assertThat(Period.parse(label).to(window)).isEqualTo(to);
    }
    assertThat(Period.containing(Frequency.WEEK, to).label()).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({"2024-02-29, 2024-02", "2024-12-31, 2024-12", "2025-01-01, 2025-01"})
  void aDayIsTheSameInEveryWindow(LocalDate day, YearMonth month) {
    for (Window window : Window.values()) {
      assertThat(Period.parse(day.toString()).from(window)).isEqualTo(day);
      assertThat(Period.parse(day.toString()).to(window)).isEqualTo(day);
    }
    assertThat(Period.containing(Frequency.DAY, day).lastMonth()).isEqualTo(month);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-W53",
    "2024-W00",
    "2024-Q5",
    "2024-H3",
    "2024-M13",
    "2024-M00",
    "2023-02-29",
    "2024-13-01",
    "24",
    "2024-X1",
    "''"
  })
  void whatIsNoPeriodIsRefused(String label) {
    assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(label));
  }

  @Test
  void aLocalDayEndsAtMidnightInVietnam() {
    assertThat(LocalTime.endOf(LocalDate.of(2024, 6, 30)))
        .isEqualTo(Instant.parse("2024-06-30T17:00:00Z"));
    assertThat(LocalTime.dayOf(Instant.parse("2024-06-30T16:59:59Z"))).isEqualTo("2024-06-30");
    assertThat(LocalTime.dayOf(Instant.parse("2024-06-30T17:00:00Z"))).isEqualTo("2024-07-01");
  }
}
