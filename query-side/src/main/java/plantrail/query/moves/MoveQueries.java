package plantrail.query.moves;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Moments;
import plantrail.query.reportmatrix.ReportMatrixProjection;
import plantrail.query.targets.TargetsProjection;
import plantrail.query.taskboard.TaskBoardProjection;

/** Answers about what was moved. */
@Component
public class MoveQueries {
  private static final Set<String> READS =
      Set.of(
          MovesProjection.GROUP,
          TaskBoardProjection.GROUP,
          ReportMatrixProjection.GROUP,
          PlanRegisterProjection.GROUP,
          TargetsProjection.GROUP,
          AgenciesProjection.GROUP);

  private final MoveTable moves;
  private final Moments moments;

  MoveQueries(MoveTable moves, Moments moments) {
    this.moves = moves;
    this.moments = moments;
  }

  @QueryHandler
  public MovePage handle(FindMoves query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = moves.find(query.filter(), query.paging(), query.reader(), moment);
          return new MovePage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public MoverPage handle(FindMovers query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found =
              moves.rank(query.by(), query.filter(), query.paging(), query.reader(), moment);
          return new MoverPage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }
}
