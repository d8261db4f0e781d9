package plantrail.query.targets;

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

/** Targets over HTTP. */
@RestController
class TargetEndpoint {
  private final Queries queries;

  TargetEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/targets")
  TargetPage findTargets(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindTargets.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindTargets(reader, when, filter, paging), TargetPage.class);
  }

  @GetMapping("/api/targets/{id}")
  ResponseEntity<TargetAnswer> getTarget(
      Actor reader, @ParameterObject When when, @PathVariable String id) {
    TargetAnswer target = queries.ask(new GetTarget(reader, when, id), TargetAnswer.class);
    return Tagged.answer(target, target.asOf(), reader);
  }
}
