package plantrail.query.history;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** The history over HTTP. */
@RestController
class HistoryEndpoint {
  private final Queries queries;

  HistoryEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/history")
  HistoryPage findHistory(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindHistory.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindHistory(reader, when, filter, paging), HistoryPage.class);
  }
}
