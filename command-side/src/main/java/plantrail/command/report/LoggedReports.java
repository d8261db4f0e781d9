package plantrail.command.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Taken;
import plantrail.command.report.domain.OwedReports;
import plantrail.command.report.domain.Report;
import plantrail.kernel.report.ReportEvent;

/** Reports as the log itself tells; which there are is known from the plan's duties. */
@Component
class LoggedReports implements OwedReports {
  private final JdbcClient jdbc;
  private final EventStore eventStore;

  LoggedReports(JdbcClient jdbc, EventStore eventStore) {
    this.jdbc = jdbc;
    this.eventStore = eventStore;
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
        .map(this::report)
        .flatMap(Optional::stream);
  }

  private Optional<Report> report(String id) {
    @Nullable Report report = null;
    var events = eventStore.readEvents(id, 0);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      report = Report.evolve(report, (ReportEvent) message.getPayload(), Taken.of(message));
    }
    return Optional.ofNullable(report);
  }
}
