package plantrail.query.obstacles;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.Tagged;
import plantrail.query.platform.When;

/** Obstacles over HTTP. */
@RestController
class ObstacleEndpoint {
  private final Queries queries;

  ObstacleEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/obstacles")
  ObstaclePage findObstacles(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindObstacles.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindObstacles(reader, when, filter, paging), ObstaclePage.class);
  }

  @GetMapping("/api/obstacles/{id}")
  ResponseEntity<ObstacleAnswer> getObstacle(
      Actor reader, @ParameterObject When when, @PathVariable String id) {
    ObstacleAnswer obstacle = queries.ask(new GetObstacle(reader, when, id), ObstacleAnswer.class);
    return Tagged.answer(obstacle, obstacle.asOf(), reader);
  }
}
