package plantrail.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plantrail.kernel.calendar.Timeliness;
import plantrail.query.overview.Overview;

class MonthChartTest {
  private static List<String> months(String now, String... due) {
    List<Overview.MonthFigures> figures =
        Stream.of(due)
            .map(month ->
                new Overview.MonthFigures(
                    YearMonth.parse(month), Map.of(Timeliness.DONE_ON_TIME, 1L), Map.of()))
            .toList();
    return MonthChart.ledTo(YearMonth.parse(now), 3, figures).bars().stream()
        .map(MonthChart.Bar::month)
        .toList();
  }

  @Test
  void theMonthsThatLedToThisOneAreShown() {
    assertThat(months("2026-11", "2026-09", "2027-02"))
        .containsExactly("2026-09", "2026-10", "2026-11");
    assertThat(months("2026-11")).containsExactly("2026-09", "2026-10", "2026-11");
    assertThat(months("2026-11", "2027-02")).containsExactly("2026-09", "2026-10", "2026-11");
  }

  @Test
  void whereNothingFellDueOfLateItEndsWhereSomethingLastDid() {
    assertThat(months("2026-11", "2024-12", "2027-02"))
        .containsExactly("2024-10", "2024-11", "2024-12");
    assertThat(months("2026-11", "2026-08")).containsExactly("2026-06", "2026-07", "2026-08");
  }
}
