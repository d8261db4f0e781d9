package plantrail.query.inspections;

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

/** Inspections over HTTP. */
@RestController
class InspectionEndpoint {
  private final Queries queries;

  InspectionEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/inspections")
  InspectionPage findInspections(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindInspections.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindInspections(reader, when, filter, paging), InspectionPage.class);
  }

  @GetMapping("/api/inspections/{id}")
  ResponseEntity<InspectionAnswer> getInspection(
      Actor reader, @ParameterObject When when, @PathVariable String id) {
    InspectionAnswer inspection =
        queries.ask(new GetInspection(reader, when, id), InspectionAnswer.class);
    return Tagged.answer(inspection, inspection.asOf(), reader);
  }
}
