package plantrail.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.task.TaskProgress;
import plantrail.query.overview.Overview.AgencyFigures;
import plantrail.query.platform.AsOf;
import plantrail.query.platform.Counts;

class OverviewTest {
  private static final Counts NO_TASKS = Counts.sum(TaskProgress.class, List.of());
  private static final Counts NO_REPORTS = Counts.sum(ReportState.class, List.of());

  private static Counts task(TaskProgress progress, Timeliness timeliness) {
    return Counts.sum(
        TaskProgress.class,
        List.of(new Counts.Group("", progress.name(), timeliness, timeliness, 1, 0)));
  }

  private static Counts report(ReportState state, Timeliness timeliness) {
    return Counts.sum(
        ReportState.class,
        List.of(new Counts.Group("", state.name(), timeliness, timeliness, 1, 0)));
  }

  @Test
  void toBeChasedAreThoseWhoOweAnythingNotThoseWhoWereOnlyLate() {
    Overview overview =
        new Overview(
            NO_TASKS,
            NO_REPORTS,
            List.of(),
            List.of(
                new AgencyFigures(
                    "overdue",
                    null,
                    task(TaskProgress.ASSIGNED, Timeliness.OPEN_OVERDUE),
                    NO_REPORTS),
                new AgencyFigures(
                    "late", null, task(TaskProgress.COMPLETED, Timeliness.DONE_LATE), NO_REPORTS),
                new AgencyFigures(
                    "let off", null, NO_TASKS, report(ReportState.WAIVED, Timeliness.NOT_OWED)),
                new AgencyFigures(
                    "reports", null, NO_TASKS, report(ReportState.OPEN, Timeliness.OPEN_IN_TIME))),
            List.of(),
            new AsOf(1, Instant.EPOCH));
    assertThat(overview.owing())
        .extracting(AgencyFigures::agency)
        .containsExactly("overdue", "reports");
  }
}
