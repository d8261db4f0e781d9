package plantrail.query.drafts;

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

/** Drafts over HTTP. */
@RestController
class DraftEndpoint {
  private final Queries queries;

  DraftEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/drafts")
  DraftPage findDrafts(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindDrafts.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindDrafts(reader, when, filter, paging), DraftPage.class);
  }

  @GetMapping("/api/drafts/{id}")
  ResponseEntity<DraftAnswer> getDraft(
      Actor reader, @ParameterObject When when, @PathVariable String id) {
    DraftAnswer draft = queries.ask(new GetDraft(reader, when, id), DraftAnswer.class);
    return Tagged.answer(draft, draft.asOf(), reader);
  }
}
