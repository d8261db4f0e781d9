package plantrail.command.report;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Records;
import plantrail.command.platform.Taken;
import plantrail.command.report.domain.OwedReports;
import plantrail.command.report.domain.Report;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportSubmitted;

/** Reports as the log itself tells; which there are is known from the plan's duties. */
@Component
class LoggedReports implements OwedReports {
  private final JdbcClient jdbc;
  private final Records records;

  LoggedReports(JdbcClient jdbc, Records records) {
    this.jdbc = jdbc;
    this.records = records;
  }

  @Override
  public List<Report> of(String planId, String rule, String period) {
    return ids(planId, rule, period)
        .flatMap(
            id -> Stream.ofNullable(records.findDated(id, ReportEvent.class, HandedIn::evolve)))
        .sorted(comparing(HandedIn::recorded))
        .map(HandedIn::report)
        .toList();
  }

  /** The first of those tells it mostly: others wait while a call is decided. */
  @Override
  public boolean calledOtherwise(String planId, String rule, String period, String title) {
    return ids(planId, rule, period)
        .flatMap(id -> Stream.ofNullable(records.find(id, ReportEvent.class, Report::evolve)))
        .anyMatch(each -> !each.opened().title().equals(title));
  }

  private Stream<String> ids(String planId, String rule, String period) {
    return jdbc
        .sql(
            """
            select id from command.duty
             where plan_id = :plan and rule = :rule and period = :period order by serial
            """)
        .param("plan", planId)
        .param("rule", rule)
        .param("period", period)
        .query(String.class)
        .list()
        .stream();
  }

  /**
   * A report, and when it was handed in.
   *
   * @param recorded when that was recorded last; until it is, when it was opened
   */
  private record HandedIn(Report report, Instant recorded) {
    static HandedIn evolve(
        @Nullable HandedIn before, ReportEvent event, Taken taken, Instant recorded) {
      return new HandedIn(
          Report.evolve(before == null ? null : before.report, event, taken),
          before == null || event instanceof ReportSubmitted ? recorded : before.recorded);
    }
  }
}
