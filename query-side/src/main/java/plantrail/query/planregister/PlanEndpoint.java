package plantrail.query.planregister;

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

/** Plans over HTTP. */
@RestController
class PlanEndpoint {
  private final Queries queries;

  PlanEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/plans")
  PlanPage findPlans(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindPlans.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindPlans(reader, when, filter, paging), PlanPage.class);
  }

  @GetMapping("/api/plans/{id}")
  ResponseEntity<PlanAnswer> getPlan(
      Actor reader, @ParameterObject When when, @PathVariable String id) {
    PlanAnswer plan = queries.ask(new GetPlan(reader, when, id), PlanAnswer.class);
    return Tagged.answer(plan, plan.asOf(), reader);
  }
}
