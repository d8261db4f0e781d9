package plantrail.query.agencies;

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

/** Agencies over HTTP. */
@RestController
class AgencyEndpoint {
  private final Queries queries;

  AgencyEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/agencies")
  AgencyPage findAgencies(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindAgencies.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindAgencies(reader, when, filter, paging), AgencyPage.class);
  }

  @GetMapping("/api/agencies/{code}")
  ResponseEntity<AgencyAnswer> getAgency(
      Actor reader, @ParameterObject When when, @PathVariable String code) {
    AgencyAnswer agency = queries.ask(new GetAgency(reader, when, code), AgencyAnswer.class);
    return Tagged.answer(agency, agency.asOf(), reader);
  }
}
