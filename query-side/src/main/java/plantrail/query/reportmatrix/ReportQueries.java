package plantrail.query.reportmatrix;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.history.HistoryProjection;
import plantrail.query.history.HistoryTable;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Moments;

/** Answers about reports. */
@Component
public class ReportQueries {
  private static final Set<String> READS =
      Set.of(ReportMatrixProjection.GROUP, PlanRegisterProjection.GROUP, AgenciesProjection.GROUP);
  private static final Set<String> READS_WITH_TIMELINE =
      Set.of(
          ReportMatrixProjection.GROUP,
          PlanRegisterProjection.GROUP,
          AgenciesProjection.GROUP,
          HistoryProjection.GROUP);

  private final ReportTable reports;
  private final HistoryTable history;
  private final Moments moments;

  public ReportQueries(ReportTable reports, HistoryTable history, Moments moments) {
    this.reports = reports;
    this.history = history;
    this.moments = moments;
  }

  @QueryHandler
  public ReportPage handle(FindReports query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = reports.find(query.filter(), query.paging(), query.reader(), moment);
          return new ReportPage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public ReportAnswer handle(GetReport query) {
    return moments.read(
        query.when(),
        READS_WITH_TIMELINE,
        moment -> {
          ReportView report = reports.get(query.id(), query.reader(), moment);
          if (report == null) {
            throw Refusal.notFound(query.id());
          }
          return new ReportAnswer(report, history.timeline(report.id(), moment), moment.asOf());
        });
  }

  @QueryHandler
  public ReportMatrix handle(GetReportMatrix query) {
    return moments.read(
        query.when(), READS, moment -> reports.matrix(query.plan(), query.reader(), moment));
  }
}
