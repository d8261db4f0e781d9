package plantrail.kernel.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.localDates;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.kernel.calendar.Bound;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Window;

/** The reporting rules of the five published plans give the days that the plans mean. */
class ReportingRuleTest {

  private static List<String> occasions(
      Frequency frequency, @Nullable DueRule due, String issued, String horizon) {
    return labels(
        rule(frequency, due).occasions(LocalDate.parse(issued), LocalDate.parse(horizon)));
  }

  private static ReportingRule rule(Frequency frequency, @Nullable DueRule due) {
    return new ReportingRule(
        "R",
        "Báo cáo",
        frequency,
        Window.DECREE_09_2019,
        new Assignees(List.of(), List.of(), List.of()),
        due,
        List.of());
  }

  private static List<String> labels(List<ReportingRule.Occasion> occasions) {
    return occasions.stream()
        .map(occasion -> occasion.period().label() + " " + occasion.due())
        .toList();
  }

  @Test
  void haGiang2024OwesFourQuarterlyReportsBeforeThe15thOfTheQuartersLastMonth() {
    assertThat(
            occasions(
                Frequency.QUARTER,
                DueRule.ofLastMonth(Bound.BEFORE, 15),
                "2024-02-28",
                "2024-12-31"))
        .containsExactly(
            "2024-Q1 2024-03-14", "2024-Q2 2024-06-14", "2024-Q3 2024-09-14", "2024-Q4 2024-12-14");
  }

  @Test
  void haGiang2024OwesOneHalfYearAndOneYearlyReport() {
    assertThat(
            occasions(
                Frequency.HALF_YEAR,
                DueRule.before(LocalDate.of(2024, 5, 15)),
                "2024-02-28",
                "2024-12-31"))
        .containsExactly("2024-H1 2024-05-14");
    assertThat(
            occasions(
                Frequency.YEAR,
                DueRule.before(LocalDate.of(2024, 11, 15)),
                "2024-02-28",
                "2024-12-31"))
        .containsExactly("2024 2024-11-14");
  }

  @Test
  void haGiangsOwnPlansAreLastTimelyOnTheDayOfIssue() {
    assertThat(DueRule.before(LocalDate.of(2024, 2, 29)).lastTimelyDay()).isEqualTo("2024-02-28");
  }

  @Test
  void quangNgaiCity2018OwesAYearlyReportBefore30SeptemberOfEachYearTo2020() {
    assertThat(
            occasions(
                Frequency.YEAR,
                DueRule.yearly(Bound.BEFORE, MonthDay.of(9, 30)),
                "2018-01-01",
                "2020-12-31"))
        .containsExactly("2018 2018-09-29", "2019 2019-09-29", "2020 2020-09-29");
  }

  @Test
  void khanhHoa2022OwesItsFirstYearlyReportBefore15December() {
    assertThat(
            occasions(
                Frequency.YEAR,
                DueRule.yearly(Bound.BEFORE, MonthDay.of(12, 15)),
                "2022-08-19",
                "2022-12-31"))
        .containsExactly("2022 2022-12-14");
  }

  @Test
  void aLaterHorizonAddsTheReportsOfItsYearAndNoOthers() {
    assertThat(further(Frequency.YEAR, DueRule.yearly(Bound.BEFORE, MonthDay.of(12, 15))))
        .containsExactly("2023 2023-12-14");
    assertThat(further(Frequency.YEAR, DueRule.yearly(Bound.BEFORE, MonthDay.of(1, 1))))
        .containsExactly("2022 2022-12-31");
    assertThat(further(Frequency.HALF_YEAR, DueRule.ofLastMonth(Bound.BY, 31)))
        .containsExactly("2023-H1 2023-06-30", "2023-H2 2023-12-31");
    assertThat(further(Frequency.HALF_YEAR, null)).containsExactly("2023-H1 null", "2023-H2 null");
    assertThat(further(Frequency.YEAR, DueRule.by(LocalDate.of(2023, 6, 1)))).isEmpty();
    assertThat(further(Frequency.ON_DEMAND, null)).isEmpty();
  }

  /** What opening 2023 adds. */
  private static List<String> further(Frequency frequency, @Nullable DueRule due) {
    return labels(
        rule(frequency, due)
            .occasions(
                PlanYearOpened.firstDay(2023),
                LocalDate.of(2022, 12, 31),
                LocalDate.of(2023, 12, 31)));
  }

  @Test
  void thePlanOf2021OwesAHalfYearReportBefore10MayAndAYearlyOneBefore30October() {
    assertThat(
            occasions(
                Frequency.HALF_YEAR,
                DueRule.before(LocalDate.of(2021, 5, 10)),
                "2021-03-01",
                "2021-12-31"))
        .containsExactly("2021-H1 2021-05-09");
    assertThat(
            occasions(
                Frequency.YEAR,
                DueRule.before(LocalDate.of(2021, 10, 30)),
                "2021-03-01",
                "2021-12-31"))
        .containsExactly("2021 2021-10-29");
  }

  @Test
  void aWeeklyReportFallsDueOnItsDayOfEveryWeek() {
    assertThat(
            occasions(Frequency.WEEK, DueRule.ofLastMonth(Bound.BY, 5), "2026-12-20", "2027-01-05"))
        .containsExactly("2026-W52 2026-12-25", "2026-W53 2027-01-01", "2027-W01 2027-01-08");
  }

  @Test
  void quangNam2024StatesNoRhythmSoNothingOpensByItself() {
    assertThat(occasions(Frequency.ON_DEMAND, null, "2024-04-19", "2024-12-31")).isEmpty();
  }

  @Test
  void aRhythmWithoutADayOpensPeriodsWithoutADay() {
    assertThat(occasions(Frequency.HALF_YEAR, null, "2021-03-01", "2021-12-31"))
        .containsExactly("2021-H1 null", "2021-H2 null");
  }

  @Test
  void noOccasionIsOverBeforeTheIssueAndPeriodsNeverRepeat() {
    qt().forAll(
            localDates()
                .withDaysBetween(
                    LocalDate.of(2015, 1, 1).toEpochDay(), LocalDate.of(2035, 12, 31).toEpochDay()),
            integers().between(0, 1500),
            arbitrary()
                .pick(Frequency.MONTH, Frequency.QUARTER, Frequency.HALF_YEAR, Frequency.YEAR),
            integers().between(1, 31))
        .checkAssert((issued, days, frequency, ofMonth) -> {
          List<ReportingRule.Occasion> occasions =
              new ReportingRule(
                      "R",
                      "Báo cáo",
                      frequency,
                      Window.CALENDAR,
                      new Assignees(List.of(), List.of(), List.of()),
                      DueRule.ofLastMonth(Bound.BEFORE, ofMonth),
                      List.of())
                  .occasions(issued, issued.plusDays(days));
          assertThat(occasions).extracting(ReportingRule.Occasion::period).doesNotHaveDuplicates();
          assertThat(occasions)
              .extracting(ReportingRule.Occasion::due)
              .allSatisfy(due -> assertThat(due).isAfterOrEqualTo(issued))
              .isSorted();
        });
  }
}
