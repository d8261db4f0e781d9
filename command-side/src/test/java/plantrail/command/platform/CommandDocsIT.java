package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Workflows;
import plantrail.testing.DocumentedApi;
import tools.jackson.databind.JsonNode;

class CommandDocsIT extends CommandSideTest {
  @Autowired private CommandRegistry registry;

  @Autowired private EventCatalog catalog;

  private JsonNode docs(String language) {
    Answer docs = send("GET", "/v3/api-docs", "HGI", null, "Accept-Language", language);
    assertThat(docs.status()).isEqualTo(200);
    return docs.json();
  }

  private static JsonNode operation(JsonNode docs, String name) {
    return docs.path("paths").path("/api/commands/" + name).path("post");
  }

  @Test
  void everyOperationTellsAllThatItsUserHasToKnowInBothLanguages() {
    DocumentedApi vietnamese = new DocumentedApi(docs("vi"));
    vietnamese.isWhole();
    DocumentedApi english = new DocumentedApi(docs("en"));
    english.isWhole();
    assertThat(vietnamese.summaries()).doesNotContainAnyElementsOf(english.summaries());
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
  void everyCommandIsAPathOfItsOwnWithItsErrorsAndItsEvents() {
    JsonNode docs = docs("vi");
    assertThat(docs.path("paths").propertyNames()).doesNotContain("/api/commands/{name}");
    for (String name : registry.all().keySet()) {
      JsonNode operation = operation(docs, name);
      assertThat(operation.path("responses").propertyNames())
          .as(name)
          .containsExactlyInAnyOrder(
              "200", "400", "401", "403", "404", "409", "413", "415", "429", "503");
      assertThat(operation.path("parameters").valueStream().map(p -> p.path("name").asString()))
          .as(name)
          .containsExactlyInAnyOrder("Idempotency-Key", "On-Behalf-Of", "Mandate");
      assertThat(operation.path("description").asString()).as(name).isNotBlank();
      assertThat(operation.at("/responses/200/content/application~1json/example/events"))
          .as(name)
          .isNotEmpty()
          .allSatisfy(event -> assertThat(catalog.typeOf(event.asString())).isNotNull());
    }
  }

  @Test
  void aFileThatIsUploadedAsInTheExampleIsKeptAsInTheExample() {
    JsonNode upload = docs("en").path("paths").path("/api/attachments").path("post");
    Answer kept =
        upload(
            "HGI",
            "",
            upload
                .at("/requestBody/content/application~1octet-stream/example")
                .asString()
                .getBytes(StandardCharsets.UTF_8));
    assertThat(kept.json())
        .isEqualTo(upload.at("/responses/200/content/application~1json/example"));
  }

  @Test
  void theExampleOfTheListOfCommandsIsAPartOfTheList() {
    JsonNode list = docs("vi").path("paths").path("/api/commands").path("get");
    assertThat(send("GET", "/api/commands", "HGI", null).json())
        .contains(list.at("/responses/200/content/application~1json/example/0"));
  }

  @Test
  void whatACommandDoesIsToldInBothLanguages() {
    assertThat(operation(docs("vi"), "accept-task").path("summary").asString())
        .isEqualTo("Nhận việc");
    assertThat(operation(docs("en"), "accept-task").path("summary").asString())
        .isEqualTo("Accept task");
    for (String language : List.of("vi", "en")) {
      assertThat(operation(docs(language), "accept-task").toString())
          .doesNotContain("api.", "step.");
    }
  }

  @Test
  void whatOnlyTheSystemGivesIsMarkedAndSaysSo() {
    JsonNode docs = docs("en");
    for (String name : registry.all().keySet()) {
      boolean bySystemAlone = Workflows.of(name).step(name).by().equals(Set.of(Relation.SYSTEM));
      JsonNode operation = operation(docs, name);
      assertThat(operation.path("x-by-system-alone").asBoolean()).as(name).isEqualTo(bySystemAlone);
      assertThat(operation.path("description").asString().contains("Given by the system alone"))
          .as(name)
          .isEqualTo(bySystemAlone);
    }
    assertThat(operation(docs, "remind-task").path("x-by-system-alone").asBoolean()).isTrue();
  }

  @Test
  void aListInWhichSomethingMustBeNamedIsRequiredAndHasAnElement() {
    JsonNode schemas = docs("en").path("components").path("schemas");
    Map.of(
            "AssignTask", "roles",
            "AssignmentRule", "roles",
            "ReportingRule", "addressees",
            "DelegateTask", "parts",
            "PlanInspection", "team",
            "MergeAgencies", "agencies")
        .forEach((name, list) -> {
          JsonNode schema = schemas.path("command." + name);
          assertThat(schema.path("required").valueStream().map(JsonNode::asString))
              .as(name)
              .contains(list);
          assertThat(schema.path("properties").path(list).path("minItems").asInt()).isEqualTo(1);
        });
  }

  @Test
  void aSchemaTellsRequiredFieldsConstantsAndRecordsWithin() {
    JsonNode schemas = docs("en").path("components").path("schemas");
    JsonNode plan = schemas.path("command.IssuePlan");
    assertThat(plan.path("required").valueStream().map(JsonNode::asString))
        .contains("kind", "number", "symbol", "issueDate", "issuer", "title")
        .doesNotContain("focal", "items");
    assertThat(plan.path("properties").path("issueDate").path("format").asString())
        .isEqualTo("date");
    assertThat(plan.path("properties").path("items").path("items").path("$ref").asString())
        .isEqualTo("#/components/schemas/command.Item");
    assertThat(
            schemas
                .path("command.AssignTask")
                .path("properties")
                .path("roles")
                .path("items")
                .path("enum")
                .valueStream()
                .map(JsonNode::asString))
        .contains("LEAD", "EXECUTE");
    assertThat(
            schemas
                .path("command.AcceptTask")
                .path("properties")
                .path("taskId")
                .path("type")
                .asString())
        .isEqualTo("string");
    assertThat(
            schemas
                .path("command.ReportProgress")
                .path("properties")
                .path("percent")
                .path("type")
                .asString())
        .isEqualTo("integer");
    assertThat(schemas.path("command.Outcome").path("properties").propertyNames())
        .containsExactlyInAnyOrder("id", "events", "mark");
  }
}
