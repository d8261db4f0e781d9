package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantrail.testing.DocumentedApi;
import tools.jackson.databind.JsonNode;

class QueryDocsIT extends QuerySideTest {
  /**
   * What is asked for there was made by trying the commands' examples, on whatever day that was.
   */
  private static final String[] LEFT_OUT = {
    "GET /api/drafts at", "GET /api/drafts/{id} at", "GET /api/attachments/{hash} at"
  };

  private JsonNode docs(String language) {
    Answer docs = send("auditor", Map.of("Accept-Language", language), "/v3/api-docs");
    assertThat(docs.status()).isEqualTo(200);
    return docs.json();
  }

  @Test
  void everyOperationTellsAllThatItsUserHasToKnowInBothLanguages() {
    DocumentedApi vietnamese = new DocumentedApi(docs("vi"), LEFT_OUT);
    vietnamese.isWhole();
    DocumentedApi english = new DocumentedApi(docs("en"), LEFT_OUT);
    english.isWhole();
    assertThat(vietnamese.summaries()).doesNotContainAnyElementsOf(english.summaries());
    assertThat(english.operations().keySet())
        .contains(
            "GET /api/plans",
            "GET /api/plans/{id}",
            "GET /api/plans/{id}/report-matrix",
            "GET /api/tasks",
            "GET /api/tasks/{id}",
            "GET /api/reports",
            "GET /api/reports/{id}",
            "GET /api/inspections",
            "GET /api/inspections/{id}",
            "GET /api/agencies",
            "GET /api/agencies/{code}",
            "GET /api/agencies/{code}/scorecard",
            "GET /api/overview",
            "GET /api/history",
            "GET /api/moves",
            "GET /api/movers",
            "GET /api/events",
            "GET /api/workflows",
            "GET /api/workflows/{name}",
            "GET /api/me",
            "GET /api/mandates",
            "GET /api/accounts",
            "GET /api/account-journal",
            "GET /api/attachments/{hash}",
            "POST /api/accounts",
            "PUT /api/accounts/{username}",
            "PUT /api/accounts/{username}/password",
            "POST /api/accounts/{username}/lock",
            "POST /api/accounts/{username}/unlock",
            "PUT /api/me/password");
  }

  @Test
  void ofWhatATargetCountsTheConstantsThatCountAloneAreListed() {
    DocumentedApi api = new DocumentedApi(docs("en"));
    assertThat(api.constants("counts")).containsExactly(List.of("MODEL"));
    assertThat(api.constants("countsFrom"))
        .containsExactly(
            List.of("REGISTERED", "BUILT", "ASSESSED", "RECOGNISED", "PROPOSED", "REWARDED"));
  }

  @Test
  void aCellOfAMatrixMayBeEmpty() {
    assertThat(
            docs("en")
                .at("/components/schemas/Row/properties/cells/items/anyOf")
                .valueStream()
                .map(JsonNode::toString))
        .containsExactly("{\"$ref\":\"#/components/schemas/Cell\"}", "{\"type\":\"null\"}");
  }

  @Test
  void aQuestionsErrorsAreNamed() {
    JsonNode responses =
        docs("en").path("paths").path("/api/tasks/{id}").path("get").path("responses");
    assertThat(responses.propertyNames()).contains("200", "400", "401", "404", "504");
  }
}
