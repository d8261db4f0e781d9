package plantrail.query.consolidations;

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

/** Consolidations over HTTP. */
@RestController
class ConsolidationEndpoint {
  private final Queries queries;

  ConsolidationEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/consolidations")
  ConsolidationPage findConsolidations(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindConsolidations.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(
        new FindConsolidations(reader, when, filter, paging), ConsolidationPage.class);
  }

  @GetMapping("/api/consolidations/{id}")
  ResponseEntity<ConsolidationAnswer> getConsolidation(
      Actor reader, @ParameterObject When when, @PathVariable String id) {
    ConsolidationAnswer consolidation =
        queries.ask(new GetConsolidation(reader, when, id), ConsolidationAnswer.class);
    return Tagged.answer(consolidation, consolidation.asOf(), reader);
  }
}
