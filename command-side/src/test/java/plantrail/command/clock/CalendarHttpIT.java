package plantrail.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import plantrail.command.CommandSideTest;
import tools.jackson.databind.JsonNode;

class CalendarHttpIT extends CommandSideTest {
  private static final String PREVIEW = "/api/calendar/preview";

  @Test
  void theKeeperAndAuditorsAskWhatANoticeWouldMove() {
    for (String user : List.of("admin", "auditor")) {
      Answer answer = send("GET", PREVIEW + "?day=2099-09-04&kind=OFF", user, null);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("day").asString()).isEqualTo("2099-09-04");
      assertThat(answer.json().path("presently").asString()).isEqualTo("WORKED");
    }
  }

  @Test
  void anOfficialMayNot() {
    Answer answer = send("GET", PREVIEW + "?day=2099-09-04&kind=OFF", "HGI", null);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("NOT_PERMITTED");
  }

  @Test
  void aStrangeDayOrKindIsRefused() {
    for (String question :
        List.of(
            "?day=04/09/2099&kind=OFF",
            "?day=3001-01-01&kind=OFF",
            "?day=2099-09-04&kind=HOLY",
            "")) {
      Answer answer = send("GET", PREVIEW + question, "admin", null);
      assertThat(answer.status()).as(question).isEqualTo(400);
      assertThat(answer.code()).as(question).isEqualTo("INVALID_ARGUMENT");
    }
  }

  @Test
  void itIsDocumentedInBothLanguagesWithAnExampleOfItsOwnShape() {
    for (String language : List.of("vi", "en")) {
      JsonNode asked =
          send("GET", "/v3/api-docs", "HGI", null, "Accept-Language", language)
              .json()
              .path("paths")
              .path(PREVIEW)
              .path("get");
      assertThat(asked.path("summary").asString()).isNotBlank().doesNotStartWith("api.");
      assertThat(asked.path("parameters").valueStream().map(p -> p.path("name").asString()))
          .containsExactlyInAnyOrder("day", "kind", "On-Behalf-Of", "Mandate");
      assertThat(asked.path("parameters").valueStream().map(p -> p.path("description").asString()))
          .noneMatch(text -> text.isBlank() || text.startsWith("api."));
      JsonNode example =
          asked
              .path("responses")
              .path("200")
              .path("content")
              .path("application/json")
              .path("example");
      Preview read = json.treeToValue(example, Preview.class);
      assertThat(json.writeValueAsString(read)).isEqualTo(example.toString());
    }
  }
}
