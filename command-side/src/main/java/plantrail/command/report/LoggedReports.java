package plantrail.command.report;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Records;
import plantrail.command.report.domain.OwedReports;
import plantrail.command.report.domain.Report;
import plantrail.kernel.report.ReportEvent;

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
    return stream(planId, rule, period).toList();
  }

  /** The first of those tells it mostly: others wait while a call is decided. */
  @Override
  public boolean calledOtherwise(String planId, String rule, String period, String title) {
    return stream(planId, rule, period).anyMatch(each -> !each.opened().title().equals(title));
  }

  private Stream<Report> stream(String planId, String rule, String period) {
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
        .stream()
        .flatMap(id -> Stream.ofNullable(records.find(id, ReportEvent.class, Report::evolve)));
  }
}
