package plantrail.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import plantrail.kernel.calendar.Timeliness;

class TimelinessSqlIT {
  private static final List<@Nullable LocalDate> DAYS =
      Arrays.asList(
          null, LocalDate.of(2024, 2, 28), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1));

  @Test
  void theDatabaseJudgesTimelinessAsTheKernelDoes() {
    JdbcClient jdbc = MigratedView.latest().jdbc();
    for (LocalDate due : DAYS) {
      for (LocalDate handedInOn : DAYS) {
        for (LocalDate today : DAYS.subList(1, DAYS.size())) {
          for (int bits = 0; bits < 4; bits++) {
            boolean request = (bits & 1) > 0;
            boolean owed = (bits & 2) > 0;
            assertThat(
                    jdbc.sql("select view.timeliness(cast(? as date), cast(? as date), ?, ?, ?)")
                        .params(Arrays.asList(due, handedInOn, owed, today, request))
                        .query(String.class)
                        .single())
                .as(
                    "due %s, handed in on %s, owed %s, today %s, request %s",
                    due, handedInOn, owed, today, request)
                .isEqualTo(
                    Timeliness.of(
                            due, handedInOn, owed, java.util.Objects.requireNonNull(today), request)
                        .name());
          }
        }
      }
    }
  }
}
