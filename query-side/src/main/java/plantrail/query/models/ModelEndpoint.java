package plantrail.query.models;

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

/** Models over HTTP. */
@RestController
class ModelEndpoint {
  private final Queries queries;

  ModelEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/models")
  ModelPage findModels(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindModels.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindModels(reader, when, filter, paging), ModelPage.class);
  }

  @GetMapping("/api/models/{id}")
  ResponseEntity<ModelAnswer> getModel(
      Actor reader, @ParameterObject When when, @PathVariable String id) {
    ModelAnswer model = queries.ask(new GetModel(reader, when, id), ModelAnswer.class);
    return Tagged.answer(model, model.asOf(), reader);
  }
}
