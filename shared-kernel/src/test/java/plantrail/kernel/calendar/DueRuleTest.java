package plantrail.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.localDates;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class DueRuleTest {
  private static final Gen<LocalDate> DAYS =
      localDates()
          .withDaysBetween(
              LocalDate.of(2010, 1, 1).toEpochDay(), LocalDate.of(2060, 12, 31).toEpochDay());
  private static final Gen<Bound> BOUNDS = arbitrary().enumValues(Bound.class);
  private static final Gen<Frequency> FREQUENCIES =
      arbitrary().pick(Frequency.MONTH, Frequency.QUARTER, Frequency.HALF_YEAR, Frequency.YEAR);

  @Test
  void beforeADayIsLateOnThatDayAndByADayIsNot() {
    qt().forAll(DAYS)
        .checkAssert(day -> {
          assertThat(DueRule.before(day).lastTimelyDay()).isEqualTo(day.minusDays(1));
          assertThat(DueRule.by(day).lastTimelyDay()).isEqualTo(day);
          assertThat(Timeliness.of(DueRule.before(day).lastTimelyDay(), day, day, false))
              .isEqualTo(Timeliness.DONE_LATE);
          assertThat(Timeliness.of(DueRule.by(day).lastTimelyDay(), day, day, false))
              .isEqualTo(Timeliness.DONE_ON_TIME);
        });
  }

  @Test
  void aDayOfTheLastMonthFallsIntoThePeriodsLastMonth() {
    qt().forAll(DAYS, FREQUENCIES, BOUNDS, integers().between(1, 31))
        .checkAssert((day, frequency, bound, ofMonth) -> {
          Period period = Period.containing(frequency, day);
          LocalDate due = DueRule.ofLastMonth(bound, ofMonth).lastTimelyDay(period);
          YearMonth last = period.lastMonth();
          LocalDate first = last.atDay(1);
          int timely = bound == Bound.BEFORE ? ofMonth - 1 : ofMonth;
          assertThat(due).isEqualTo(first.plusDays(Math.min(timely, last.lengthOfMonth()) - 1L));
        });
  }

  @Test
  void aYearlyDayFallsIntoThePeriodsYearAndMonth() {
    qt().forAll(DAYS, BOUNDS, integers().between(1, 12), integers().between(1, 28))
        .checkAssert((day, bound, month, ofMonth) -> {
          Period year = Period.containing(Frequency.YEAR, day);
          LocalDate due = DueRule.yearly(bound, MonthDay.of(month, ofMonth)).lastTimelyDay(year);
          LocalDate named = bound == Bound.BEFORE ? due.plusDays(1) : due;
          assertThat(named).isEqualTo(LocalDate.of(day.getYear(), month, ofMonth));
        });
  }

  @Test
  void whereAMonthLacksTheDayAllOfItIsTimely() {
    assertThat(
            DueRule.ofLastMonth(Bound.BEFORE, 31)
                .lastTimelyDay(new Period(Frequency.QUARTER, 2024, 2)))
        .isEqualTo("2024-06-30");
    assertThat(
            DueRule.ofLastMonth(Bound.BEFORE, 31)
                .lastTimelyDay(new Period(Frequency.QUARTER, 2024, 1)))
        .isEqualTo("2024-03-30");
    assertThat(
            DueRule.ofLastMonth(Bound.BEFORE, 30)
                .lastTimelyDay(new Period(Frequency.MONTH, 2024, 2)))
        .isEqualTo("2024-02-29");
    assertThat(
            DueRule.yearly(Bound.BEFORE, MonthDay.of(2, 29))
                .lastTimelyDay(new Period(Frequency.YEAR, 2023, 1)))
        .isEqualTo("2023-02-28");
    assertThat(
            DueRule.yearly(Bound.BY, MonthDay.of(2, 29))
                .lastTimelyDay(new Period(Frequency.YEAR, 2023, 1)))
        .isEqualTo("2023-02-28");
    assertThat(
            DueRule.ofLastMonth(Bound.BY, 31).lastTimelyDay(new Period(Frequency.QUARTER, 2024, 2)))
        .isEqualTo("2024-06-30");
  }

  @Test
  void aRuleNamesADateOrAMonthAndADayOrADay() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DueRule(Bound.BY, null, null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new DueRule(Bound.BY, null, 3, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DueRule(Bound.BY, LocalDate.of(2024, 1, 1), null, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new DueRule(Bound.BY, null, 13, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new DueRule(Bound.BY, null, 12, 32));
  }
}
