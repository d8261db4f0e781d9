package plantrail.query.overview;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Queries;
import plantrail.query.platform.Tagged;
import plantrail.query.platform.When;

/** The figures over HTTP. */
@RestController
class OverviewEndpoint {
  private final Queries queries;

  OverviewEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/overview")
  ResponseEntity<Overview> getOverview(
      Actor reader, @ParameterObject When when, @ParameterObject GetOverview.Filter filter) {
    Overview overview = queries.ask(new GetOverview(reader, when, filter), Overview.class);
    return Tagged.answer(overview, overview.asOf(), reader);
  }

  @GetMapping("/api/agencies/{code}/scorecard")
  ResponseEntity<Scorecard> getScorecard(
      Actor reader,
      @ParameterObject When when,
      @PathVariable String code,
      @ParameterObject GetOverview.Filter filter) {
    Scorecard scorecard =
        queries.ask(new GetScorecard(reader, when, code, filter), Scorecard.class);
    return Tagged.answer(scorecard, scorecard.asOf(), reader);
  }
}
