package plantrail.kernel.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.kernel.plan.Comparison;

class AttainmentTest {
  record Case(BigDecimal promised, BigDecimal measured) {}

  /** Random pairs, and for each random value its neighbours and itself written otherwise. */
  static Stream<Case> cases() {
    Random random = new Random(98);
    return Stream.generate(() -> BigDecimal.valueOf(random.nextLong(-2_000, 2_000), 1))
        .limit(60)
        .flatMap(value ->
            Stream.of(
                new Case(value, BigDecimal.valueOf(random.nextLong(-2_000, 2_000), 1)),
                new Case(value, value.setScale(4)),
                new Case(value, value.add(new BigDecimal("0.0001"))),
                new Case(value, value.subtract(new BigDecimal("0.0001")))));
  }

  private static boolean attained(Comparison comparison, Case of) {
    return Attainment.of(comparison, of.promised(), of.measured(), null) == Attainment.ATTAINED;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void atLeastAndAtMostMeetExactlyWhereTheValueIsEqual(Case of) {
    boolean atLeast = attained(Comparison.AT_LEAST, of);
    boolean atMost = attained(Comparison.AT_MOST, of);
    assertThat(atLeast || atMost).isTrue();
    assertThat(attained(Comparison.EQUAL, of)).isEqualTo(atLeast && atMost);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void betterThanLastYearIsMoreThanItAndNotEqual(Case of) {
    Attainment better =
        Attainment.of(Comparison.BETTER_THAN_LAST_YEAR, null, of.measured(), of.promised());
    assertThat(better == Attainment.ATTAINED).isEqualTo(!attained(Comparison.AT_MOST, of));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lowerThanLastYearIsLessThanItAndNotEqual(Case of) {
    Attainment lower =
        Attainment.of(Comparison.LOWER_THAN_LAST_YEAR, null, of.measured(), of.promised());
    assertThat(lower == Attainment.ATTAINED).isEqualTo(!attained(Comparison.AT_LEAST, of));
  }

  @Test
  void withoutTheYearBeforeNothingIsHeldAgainstIt() {
    for (Comparison each : Comparison.values()) {
      if (each.withLastYear()) {
        assertThat(Attainment.of(each, BigDecimal.ONE, BigDecimal.TWO, null))
            .isEqualTo(Attainment.NOT_MEASURED);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void moreNeverLosesAtLeastAndLessNeverLosesAtMost(Case of) {
    Case more = new Case(of.promised(), of.measured().add(BigDecimal.ONE));
    Case less = new Case(of.promised(), of.measured().subtract(BigDecimal.ONE));
    if (attained(Comparison.AT_LEAST, of)) {
      assertThat(attained(Comparison.AT_LEAST, more)).isTrue();
    }
    if (attained(Comparison.AT_MOST, of)) {
      assertThat(attained(Comparison.AT_MOST, less)).isTrue();
    }
  }

  @Test
  void whatIsNotMeasuredOrCannotBeComparedIsNeitherAttainedNorMissed() {
    BigDecimal value = new BigDecimal("98");
    assertThat(Attainment.of(Comparison.AT_LEAST, value, null, null))
        .isEqualTo(Attainment.NOT_MEASURED);
    assertThat(Attainment.of(Comparison.BETTER_THAN_LAST_YEAR, value, value, null))
        .isEqualTo(Attainment.NOT_MEASURED);
    assertThat(Attainment.of(Comparison.QUALITATIVE, null, null, null))
        .isEqualTo(Attainment.QUALITATIVE);
  }
}
