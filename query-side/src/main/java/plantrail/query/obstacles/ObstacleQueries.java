package plantrail.query.obstacles;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.history.HistoryProjection;
import plantrail.query.history.HistoryTable;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Moments;

/** Answers about obstacles. */
@Component
public class ObstacleQueries {
  private static final Set<String> READS =
      Set.of(
          ObstaclesProjection.GROUP,
          PlanRegisterProjection.GROUP,
          AgenciesProjection.GROUP,
          HistoryProjection.GROUP);

  private final ObstacleTable obstacles;
  private final HistoryTable history;
  private final Moments moments;

  public ObstacleQueries(ObstacleTable obstacles, HistoryTable history, Moments moments) {
    this.obstacles = obstacles;
    this.history = history;
    this.moments = moments;
  }

  @QueryHandler
  public ObstaclePage handle(FindObstacles query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = obstacles.find(query.filter(), query.paging(), query.reader(), moment);
          return new ObstaclePage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public ObstacleAnswer handle(GetObstacle query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          ObstacleView obstacle = obstacles.get(query.id(), query.reader(), moment);
          if (obstacle == null) {
            throw Refusal.notFound(query.id());
          }
          return new ObstacleAnswer(
              obstacle, history.timeline(obstacle.id(), moment), moment.asOf());
        });
  }
}
