package plantrail.query.moves;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** What was moved and by whom, over HTTP. */
@RestController
class MoveEndpoint {
  private final Queries queries;

  MoveEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/moves")
  MovePage findMoves(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindMoves.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindMoves(reader, when, filter, paging), MovePage.class);
  }

  @GetMapping("/api/movers")
  MoverPage findMovers(
      Actor reader,
      @ParameterObject When when,
      @RequestParam(required = false) FindMovers.@Nullable By by,
      @ParameterObject FindMoves.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindMovers(reader, when, by, filter, paging), MoverPage.class);
  }
}
