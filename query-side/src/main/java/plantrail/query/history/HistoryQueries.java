package plantrail.query.history;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.budgets.BudgetsProjection;
import plantrail.query.consolidations.ConsolidationsProjection;
import plantrail.query.drafts.DraftsProjection;
import plantrail.query.inspections.InspectionsProjection;
import plantrail.query.models.ModelsProjection;
import plantrail.query.obstacles.ObstaclesProjection;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Moments;
import plantrail.query.reportmatrix.ReportMatrixProjection;
import plantrail.query.targets.TargetsProjection;
import plantrail.query.taskboard.TaskBoardProjection;

/** Answers about the history. */
@Component
public class HistoryQueries {
  /** What is read for it: the entries, and what says who may see them. */
  public static final Set<String> READS =
      Set.of(
          HistoryProjection.GROUP,
          AgenciesProjection.GROUP,
          PlanRegisterProjection.GROUP,
          TaskBoardProjection.GROUP,
          ReportMatrixProjection.GROUP,
          ObstaclesProjection.GROUP,
          ConsolidationsProjection.GROUP,
          DraftsProjection.GROUP);

  /** What is read for the names of subjects: the rows of all that an entry can be about. */
  private static final Set<String> NAMED =
      Set.of(
          AgenciesProjection.GROUP,
          PlanRegisterProjection.GROUP,
          TaskBoardProjection.GROUP,
          ReportMatrixProjection.GROUP,
          InspectionsProjection.GROUP,
          ObstaclesProjection.GROUP,
          ConsolidationsProjection.GROUP,
          TargetsProjection.GROUP,
          BudgetsProjection.GROUP,
          ModelsProjection.GROUP,
          DraftsProjection.GROUP);

  private final HistoryTable history;
  private final Moments moments;

  public HistoryQueries(HistoryTable history, Moments moments) {
    this.history = history;
    this.moments = moments;
  }

  @QueryHandler
  public HistoryPage handle(FindHistory query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = history.find(query.filter(), query.paging(), query.reader(), moment);
          return new HistoryPage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public SubjectNames handle(NameSubjects query) {
    return moments.read(
        query.when(), NAMED, moment -> new SubjectNames(history.names(query.ids(), moment)));
  }

  @QueryHandler
  public Changes handle(TellChanges query) {
    return moments.read(
        query.when(), READS, moment -> new Changes(history.changes(query.ids(), moment)));
  }
}
