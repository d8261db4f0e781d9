package plantrail.query.inspections;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.history.HistoryProjection;
import plantrail.query.history.HistoryTable;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Moments;
import plantrail.query.taskboard.TaskBoardProjection;

/** Answers about inspections. */
@Component
public class InspectionQueries {
  private static final Set<String> READS =
      Set.of(
          InspectionsProjection.GROUP,
          TaskBoardProjection.GROUP,
          PlanRegisterProjection.GROUP,
          AgenciesProjection.GROUP,
          HistoryProjection.GROUP);

  private final InspectionTable inspections;
  private final HistoryTable history;
  private final Moments moments;

  public InspectionQueries(InspectionTable inspections, HistoryTable history, Moments moments) {
    this.inspections = inspections;
    this.history = history;
    this.moments = moments;
  }

  @QueryHandler
  public InspectionPage handle(FindInspections query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = inspections.find(query.filter(), query.paging(), query.reader(), moment);
          return new InspectionPage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public InspectionAnswer handle(GetInspection query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          InspectionView inspection = inspections.get(query.id(), query.reader(), moment);
          if (inspection == null) {
            throw Refusal.notFound(query.id());
          }
          return new InspectionAnswer(
              inspection, history.timeline(inspection.id(), moment), moment.asOf());
        });
  }
}
