package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QueryDocsIT extends QuerySideTest {

  private JsonNode paths(String language) {
    Answer docs = send("auditor", Map.of("Accept-Language", language), "/v3/api-docs");
    assertThat(docs.status()).isEqualTo(200);
    return docs.json().path("paths");
  }

  @Test
  void everyQueryIsDocumentedInBothLanguages() {
    for (String language : List.of("vi", "en")) {
      List<String> documented = new ArrayList<>();
      paths(language)
          .propertyStream()
          .filter(each -> ours(each.getValue().path("get")))
          .forEach(path -> {
            documented.add(path.getKey());
            JsonNode query = path.getValue().path("get");
            String name = query.path("operationId").asString();
            assertThat(query.path("summary").asString())
                .as(path.getKey())
                .isNotBlank()
                .doesNotStartWith("api.");
            query
                .path("parameters")
                .forEach(parameter ->
                    assertThat(parameter.path("description").asString())
                        .as("%s %s", path.getKey(), parameter.path("name"))
                        .isNotBlank()
                        .doesNotStartWith("api."));
            assertThat(query.path("parameters").valueStream().map(p -> p.path("name").asString()))
                .doesNotContain("reader");
            assertThat(query.path("responses").has("401")).isTrue();
            if (!name.equals("hearNews")) {
              assertThat(query.path("responses").path("200").path("content"))
                  .as(name)
                  .allSatisfy(content ->
                      assertThat(content.path("example").isMissingNode()).as(name).isFalse());
            }
          });
      assertThat(documented)
          .contains(
              "/api/plans",
              "/api/plans/{id}",
              "/api/plans/{id}/report-matrix",
              "/api/tasks",
              "/api/tasks/{id}",
              "/api/reports",
              "/api/reports/{id}",
              "/api/inspections",
              "/api/inspections/{id}",
              "/api/agencies",
              "/api/agencies/{code}",
              "/api/agencies/{code}/scorecard",
              "/api/overview",
              "/api/history",
              "/api/moves",
              "/api/movers",
              "/api/events",
              "/api/workflows",
              "/api/workflows/{name}");
    }
  }

  @Test
  void whatHasToDoWithAccountsIsDocumentedInBothLanguages() {
    for (String language : List.of("vi", "en")) {
      List<String> documented = new ArrayList<>();
      paths(language)
          .propertyStream()
          // What tests of the module below put there is documented by nobody.
          .filter(path -> path.getKey().matches("/api/(?!test/).*"))
          .flatMap(path -> path.getValue().propertyStream().map(Map.Entry::getValue))
          .filter(each ->
              List.of("Tài khoản", "Accounts").contains(each.path("tags").path(0).asString()))
          .forEach(each -> {
            String name = each.path("operationId").asString();
            documented.add(name);
            assertThat(each.toString()).as(name).doesNotContain("\"api.", "problem.");
            assertThat(each.path("responses").has("401")).as(name).isTrue();
            if (!name.endsWith("lockAccount")) {
              assertThat(each.toString()).as(name).contains("\"example\":");
            }
          });
      assertThat(documented)
          .containsExactlyInAnyOrder(
              "me",
              "findMandates",
              "findAccounts",
              "findAccountJournal",
              "openAccount",
              "changeAccount",
              "setPassword",
              "lockAccount",
              "unlockAccount",
              "setOwnPassword");
    }
  }

  private static boolean ours(JsonNode query) {
    return List.of("Truy vấn", "Queries").contains(query.path("tags").path(0).asString());
  }

  @Test
  void aQuestionsErrorsAreNamed() {
    JsonNode responses = paths("en").path("/api/tasks/{id}").path("get").path("responses");
    assertThat(responses.propertyNames()).contains("200", "400", "401", "404", "504");
  }
}
