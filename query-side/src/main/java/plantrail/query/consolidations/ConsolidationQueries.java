package plantrail.query.consolidations;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.history.HistoryProjection;
import plantrail.query.history.HistoryTable;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Moments;
import plantrail.query.reportmatrix.ReportMatrixProjection;

/** Answers about consolidations. */
@Component
public class ConsolidationQueries {
  private static final Set<String> READS =
      Set.of(
          ConsolidationsProjection.GROUP,
          ReportMatrixProjection.GROUP,
          PlanRegisterProjection.GROUP,
          AgenciesProjection.GROUP,
          HistoryProjection.GROUP);

  private final ConsolidationTable consolidations;
  private final HistoryTable history;
  private final Moments moments;

  public ConsolidationQueries(
      ConsolidationTable consolidations, HistoryTable history, Moments moments) {
    this.consolidations = consolidations;
    this.history = history;
    this.moments = moments;
  }

  @QueryHandler
  public ConsolidationPage handle(FindConsolidations query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = consolidations.find(query.filter(), query.paging(), query.reader(), moment);
          return new ConsolidationPage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public ConsolidationAnswer handle(GetConsolidation query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          ConsolidationView consolidation = consolidations.get(query.id(), query.reader(), moment);
          if (consolidation == null) {
            throw Refusal.notFound(query.id());
          }
          return new ConsolidationAnswer(
              consolidation,
              consolidations.isStale(consolidation, query.reader(), moment),
              history.timeline(consolidation.id(), moment),
              moment.asOf());
        });
  }
}
