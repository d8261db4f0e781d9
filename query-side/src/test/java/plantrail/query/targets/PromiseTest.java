package plantrail.query.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.target.Attainment;

class PromiseTest {
  private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
  private static final Promise NINETY = promise(Comparison.AT_LEAST, new BigDecimal("90"), LAST);

  private static Promise promise(
      Comparison comparison, @Nullable BigDecimal value, @Nullable LocalDate byWhen) {
    return new Promise(comparison, value, byWhen, null, null, null);
  }

  private static TargetRow.Measured measured(LocalDate day, int value) {
    return new TargetRow.Measured("HGI.026", day, BigDecimal.valueOf(value), null, null);
  }

  @Test
  void whatIsReachedOnTheLastDayIsInTimeAndTheDayAfterLate() {
    assertThat(NINETY.of(measured(LAST, 90))).isEqualTo(Attainment.ATTAINED);
    assertThat(NINETY.of(measured(LAST.plusDays(1), 90))).isEqualTo(Attainment.ATTAINED_LATE);
    assertThat(NINETY.of(measured(LAST.plusDays(1), 89))).isEqualTo(Attainment.NOT_ATTAINED);
    assertThat(
            promise(Comparison.AT_LEAST, new BigDecimal("90"), null)
                .of(measured(LAST.plusYears(1), 90)))
        .isEqualTo(Attainment.ATTAINED);
  }

  @Test
  void theLatestValueUpToTheLastDayCountsAndALaterOneCanOnlyRedeemIt() {
    TargetRow.Measured early = measured(LAST.minusMonths(3), 95);
    TargetRow.Measured fallen = measured(LAST, 50);
    TargetRow.Measured reached = measured(LAST, 92);
    TargetRow.Measured after = measured(LAST.plusMonths(5), 95);
    TargetRow.Measured dropped = measured(LAST.plusMonths(5), 40);
    assertThat(NINETY.ofOneAgency(List.of(early, fallen))).isEqualTo(Attainment.NOT_ATTAINED);
    assertThat(NINETY.ofOneAgency(List.of(after, fallen, early)))
        .isEqualTo(Attainment.ATTAINED_LATE);
    assertThat(NINETY.ofOneAgency(List.of(reached, dropped))).isEqualTo(Attainment.ATTAINED);
    assertThat(NINETY.ofOneAgency(List.of(after))).isEqualTo(Attainment.ATTAINED_LATE);
    assertThat(NINETY.ofOneAgency(List.of(dropped))).isEqualTo(Attainment.NOT_ATTAINED);
  }

  @Test
  void oneThatIsLateMakesTheWholeLateAndOneThatFailsMakesItFail() {
    assertThat(NINETY.ofAll(List.of(), false)).isEqualTo(Attainment.NOT_MEASURED);
    assertThat(NINETY.ofAll(List.of(Attainment.ATTAINED, Attainment.ATTAINED), false))
        .isEqualTo(Attainment.ATTAINED);
    assertThat(NINETY.ofAll(List.of(Attainment.ATTAINED, Attainment.ATTAINED_LATE), false))
        .isEqualTo(Attainment.ATTAINED_LATE);
    assertThat(NINETY.ofAll(List.of(Attainment.ATTAINED_LATE, Attainment.NOT_ATTAINED), false))
        .isEqualTo(Attainment.NOT_ATTAINED);
    assertThat(promise(Comparison.QUALITATIVE, null, LAST).ofAll(List.of(), false))
        .isEqualTo(Attainment.QUALITATIVE);
  }

  @Test
  void whatIsNotMeasuredEverywhereIsNotAttainedYetAndFailsWhereOneFails() {
    assertThat(NINETY.ofAll(List.of(Attainment.ATTAINED), true)).isEqualTo(Attainment.NOT_MEASURED);
    assertThat(NINETY.ofAll(List.of(), true)).isEqualTo(Attainment.NOT_MEASURED);
    assertThat(NINETY.ofAll(List.of(Attainment.ATTAINED, Attainment.NOT_ATTAINED), true))
        .isEqualTo(Attainment.NOT_ATTAINED);
  }

  @Test
  void aValueThatSaysNothingForTheComparisonFailsNobody() {
    Promise better = promise(Comparison.BETTER_THAN_LAST_YEAR, null, LAST);
    Attainment unknown = better.ofOneAgency(List.of(measured(LAST, 90)));
    assertThat(unknown).isEqualTo(Attainment.NOT_MEASURED);
    assertThat(better.ofAll(List.of(unknown), false)).isEqualTo(Attainment.NOT_MEASURED);
    assertThat(better.ofAll(List.of(Attainment.ATTAINED, unknown), false))
        .isEqualTo(Attainment.NOT_MEASURED);
    assertThat(better.ofAll(List.of(unknown, Attainment.NOT_ATTAINED), false))
        .isEqualTo(Attainment.NOT_ATTAINED);
  }
}
