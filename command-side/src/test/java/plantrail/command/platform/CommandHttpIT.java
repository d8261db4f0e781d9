package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantrail.command.CommandSideTest;
import plantrail.kernel.calendar.LocalTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients get: outcomes, refusals, and nothing changed by anything that is refused. */
class CommandHttpIT extends CommandSideTest {
  private static int number = 100;

  private ObjectNode plan() {
    ObjectNode plan = json.createObjectNode();
    plan.put("kind", "KH");
    plan.put("number", Integer.toString(++number));
    plan.put("symbol", "KH-UBND");
    plan.put("issueDate", LocalDate.now(LocalTime.ZONE).toString());
    plan.put("issuer", "HGI");
    plan.put("title", "Công tác dân vận");
    plan.put("focal", "HGI.SNV");
    plan.putArray("items").addObject().put("outline", "I").put("title", "Nội dung");
    plan.set("reportingRules", json.valueToTree(ON_DEMAND));
    return plan;
  }

  private ObjectNode assignment(ObjectNode plan) {
    ObjectNode rule = ((ArrayNode) plan.withArray("assignments")).addObject();
    rule.put("id", "A1").put("item", "I").put("title", "Tuyên truyền");
    rule.putObject("assignees").putArray("agencies").add("HGI.024");
    rule.putArray("roles").add("EXECUTE");
    return rule;
  }

  private String issued() {
    Answer answer = give("issue-plan", "HGI", plan());
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    return answer.json().path("id").asString();
  }

  private String task() {
    return task("Khảo sát");
  }

  private String task(String title) {
    Answer answer =
        give(
            "assign-task",
            "HGI",
            Map.of(
                "planId",
                issued(),
                "duty",
                "X1",
                "title",
                title,
                "agency",
                "HGI.024",
                "roles",
                List.of("EXECUTE")));
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    return answer.json().path("id").asString();
  }

  /** Events that people's commands gave; what follows from earlier ones may come meanwhile. */
  private long toldByPeople() {
    return jdbc.sql("select count(*) from store.event where metadata->>'role' <> 'SYSTEM'")
        .query(Long.class)
        .single();
  }

  private void changesNothing(int status, String code, Supplier<Answer> request) {
    long before = toldByPeople();
    Answer answer = request.get();
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.headers().toString()).contains("application/problem+json");
    for (String field : List.of("type", "title", "detail")) {
      assertThat(answer.json().path(field).asString()).isNotBlank();
    }
    assertThat(answer.json().toString())
        .doesNotContain("plantrail.", "Exception", "org.", "select ", "problem.", "refusal.");
    assertThat(toldByPeople()).isEqualTo(before);
  }

  @Test
  void aFieldGivenTwiceIsRefused() {
    Answer twice =
        send(
            "POST",
            "/api/commands/accept-task",
            "HGI.024",
            "{\"taskId\": \"a\", \"taskId\": \"b\"}");
    assertThat(twice.status()).isEqualTo(400);
    assertThat(twice.code()).isEqualTo("MALFORMED_JSON");
  }

  @Test
  void anUnknownFieldIsToldWhatMayBeSaid() {
    Answer answer =
        give(
            "accept-task",
            "HGI.024",
            Map.of("taskId", task(), "note", "x"),
            "Accept-Language",
            "en");
    assertThat(answer.faultyFields()).containsExactly("note");
    assertThat(answer.json().path("errors").toString())
        .contains("taskId, backdatingReason, happenedOn");
  }

  @Test
  void aWrongMethodIsNamed() {
    Answer answer = send("DELETE", "/api/commands/accept-task", "HGI.024", null);
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(answer.json().toString()).contains("DELETE").doesNotContain("GET");
  }

  @Test
  void aPlanCannotBeSignedTomorrow() {
    ObjectNode plan = plan().put("issueDate", LocalDate.now(LocalTime.ZONE).plusDays(2).toString());
    changesNothing(400, "INVALID_ARGUMENT", () -> give("issue-plan", "HGI", plan));
    assertThat(give("issue-plan", "HGI", plan).faultyFields()).contains("issueDate");
  }

  @Test
  void anOutcomeTellsIdEventsAndMark() {
    String id = task();
    Answer answer = give("accept-task", "HGI.024", Map.of("taskId", id));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("id").asString()).isEqualTo(id);
    assertThat(answer.json().path("events").toString()).isEqualTo("[\"task-accepted\"]");
    assertThat(answer.json().path("mark").asString()).isEqualTo(id + "@1");
    Answer again = give("accept-task", "HGI.024", Map.of("taskId", id));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("events").toString()).isEqualTo("[]");
  }

  @Test
  void everyEventCarriesPersonAgencyAndRole() {
    String id = task();
    give("accept-task", "HGI.024", Map.of("taskId", id));
    assertThat(
            jdbc.sql(
                    "select metadata->>'actor' || ' ' || (metadata->>'actorName') || ' '"
                        + " || (metadata->>'agency') || ' ' || (metadata->>'role')"
                        + " from store.event where aggregate_id = ? and sequence = 1")
                .param(id)
                .query(String.class)
                .single())
        .isEqualTo("HGI.024 Bà HGI.024 HGI.024 OFFICIAL");
    assertThat(
            jdbc.sql(
                    "select count(*) from store.event where metadata->>'actor' is null or"
                        + " metadata->>'role' is null or metadata->>'causation' is null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void anUnknownAgencyIsNamed() {
    ObjectNode plan = plan().put("focal", "KHONG.CO");
    changesNothing(400, "INVALID_ARGUMENT", () -> give("issue-plan", "HGI", plan));
    assertThat(give("issue-plan", "HGI", plan).faultyFields()).containsExactly("focal");
  }

  @Test
  void aNumberIsGivenOnceAYear() {
    ObjectNode plan = plan();
    assertThat(give("issue-plan", "HGI", plan).status()).isEqualTo(200);
    changesNothing(409, "ALREADY_EXISTS", () -> give("issue-plan", "HGI", plan));
  }

  @Test
  void aDutyCannotBeDueBeforeTheIssue() {
    ObjectNode plan = plan();
    assignment(plan)
        .putObject("due")
        .put("bound", "BEFORE")
        .put("date", LocalDate.now(LocalTime.ZONE).toString());
    changesNothing(400, "INVALID_ARGUMENT", () -> give("issue-plan", "HGI", plan));
    assertThat(give("issue-plan", "HGI", plan).faultyFields())
        .containsExactly("assignments[0].due");
  }

  @Test
  void aStepOutOfOrderSaysWhatIsTheCase() {
    String id = task();
    changesNothing(
        409,
        "INVALID_STATE",
        () -> give("submit-task-result", "HGI.024", Map.of("taskId", id, "result", "Xong")));
    assertThat(
            give("submit-task-result", "HGI.024", Map.of("taskId", id, "result", "Xong"))
                .json()
                .path("detail")
                .asString())
        .isEqualTo(
            "Bước “Trình kết quả” cần trạng thái: Đã nhận, Đang làm, Bị trả lại; hiện là: Đã giao.");
  }

  @Test
  void theDetailIsInTheReadersLanguage() {
    String id = task();
    assertThat(
            give(
                    "submit-task-result",
                    "HGI.024",
                    Map.of("taskId", id, "result", "Done"),
                    "Accept-Language",
                    "en-GB,en;q=0.9")
                .json()
                .path("detail")
                .asString())
        .isEqualTo(
            "The step “Submit result” expects the state Accepted, In progress, Returned, but it is"
                + " Assigned.");
  }

  @Test
  void anotherAgencysTaskIsNotOnesOwn() {
    String id = task();
    changesNothing(
        403, "NOT_PERMITTED", () -> give("accept-task", "HGI.026", Map.of("taskId", id)));
    changesNothing(
        403, "NOT_PERMITTED", () -> give("accept-task", "auditor", Map.of("taskId", id)));
  }

  @Test
  void whoActsForSeveralAgenciesSaysForWhich() {
    String id = task();
    changesNothing(
        403,
        "NOT_PERMITTED",
        () -> give("accept-task", "hoa", Map.of("taskId", id), "On-Behalf-Of", "HGI.026"));
    changesNothing(
        403,
        "NOT_PERMITTED",
        () -> give("accept-task", "hoa", Map.of("taskId", id), "On-Behalf-Of", "HGI"));
    assertThat(give("accept-task", "hoa", Map.of("taskId", id), "On-Behalf-Of", "HGI.024").status())
        .isEqualTo(200);
  }

  @Test
  void whoIsNotSignedInGetsNothing() {
    changesNothing(
        401, "NOT_SIGNED_IN", () -> send("POST", "/api/commands/accept-task", null, "{}"));
  }

  @Test
  void aBodyOfThreeMebibytesIsTooLarge() {
    String note = "đ".repeat(3 * 1024 * 1024 / 2);
    changesNothing(
        413,
        "BODY_TOO_LARGE",
        () ->
            give("report-progress", "HGI.024", Map.of("taskId", "x", "percent", 1, "note", note)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"taskId\":", "null garbage", "{'taskId': 1}"})
  void brokenJsonIsCalledSo(String body) {
    changesNothing(
        400, "MALFORMED_JSON", () -> send("POST", "/api/commands/accept-task", "HGI.024", body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"x\"", "null"})
  void jsonThatIsNoObjectIsRefused(String body) {
    changesNothing(
        400, "INVALID_ARGUMENT", () -> send("POST", "/api/commands/accept-task", "HGI.024", body));
  }

  @Test
  void allFaultyFieldsAreToldAtOnce() {
    ObjectNode plan = plan().put("extra", 1).put("issueDate", "28/02/2024").put("title", 7);
    plan.remove("issuer");
    assignment(plan).putArray("roles").add("BOSS").addNull();
    changesNothing(400, "INVALID_ARGUMENT", () -> give("issue-plan", "HGI", plan));
    assertThat(give("issue-plan", "HGI", plan).faultyFields())
        .containsExactlyInAnyOrder(
            "extra",
            "issueDate",
            "title",
            "issuer",
            "assignments[0].roles[0]",
            "assignments[0].roles[1]");
  }

  @Test
  void anUnknownCommandIsNotFound() {
    changesNothing(404, "UNKNOWN_COMMAND", () -> give("conquer-world", "HGI", Map.of()));
    changesNothing(404, "UNKNOWN_COMMAND", () -> give("roll-out", "HGI", Map.of()));
    changesNothing(404, "NOT_FOUND", () -> give("accept-task", "HGI", Map.of("taskId", "none")));
  }

  @Test
  void sqlAndHtmlAreTextLikeAnyOther() {
    String nasty = "'; drop table store.event; -- <script>alert(1)</script> &amp; \u0000 {0} ${x}";
    String text = nasty.replace("\u0000", "");
    String id = task(text);
    give("accept-task", "HGI.024", Map.of("taskId", id));
    for (String step : List.of("report-progress", "submit-task-result")) {
      Map<String, Object> body =
          step.equals("report-progress")
              ? Map.of("taskId", id, "percent", 5, "note", text)
              : Map.of("taskId", id, "result", text);
      assertThat(give(step, "HGI.024", body).status()).isEqualTo(200);
    }
    assertThat(give("return-task-result", "HGI", Map.of("taskId", id, "reason", text)).status())
        .isEqualTo(200);
    assertThat(
            jdbc.sql(
                    "select coalesce(payload->>'title', payload->>'note', payload->>'result',"
                        + " payload->>'reason') from store.event where aggregate_id = ?"
                        + " and name <> 'task-accepted' order by sequence")
                .param(id)
                .query(String.class)
                .list())
        .containsOnly(text)
        .hasSize(4);
    changesNothing(404, "NOT_FOUND", () -> give("accept-task", "HGI", Map.of("taskId", text)));
  }

  @Test
  void sqlAndHtmlAreTextInPlansReportsInspectionsAndAgenciesToo() {
    String text = "'; drop table store.event; -- <script>alert(1)</script> &amp; {0} ${x} \\u0000";
    ObjectNode plan = plan().put("title", text).put("place", text);
    ((ObjectNode) plan.path("items").get(0)).put("title", text);
    assignment(plan).put("title", text).put("partners", text);
    plan.set("reportingRules", reporting(text));
    Answer issued = give("issue-plan", "HGI", plan);
    assertThat(issued.status()).as(issued.json().toString()).isEqualTo(200);
    String planId = issued.json().path("id").asString();
    assertThat(stored(planId))
        .contains("drop table store.event", "title", "partners")
        .satisfies(payload -> {
          JsonNode kept = json.readTree(payload);
          assertThat(
                  List.of(
                      kept.path("title"),
                      kept.path("place"),
                      kept.path("items").get(0).path("title"),
                      kept.path("assignments").get(0).path("title"),
                      kept.path("assignments").get(0).path("partners"),
                      kept.path("reportingRules").get(0).path("title")))
              .allSatisfy(each -> assertThat(each.asString()).isEqualTo(text));
        });

    String reportId =
        id(
            "open-report",
            "HGI",
            Map.of("planId", planId, "rule", "R1", "agency", "HGI.024", "period", "2023"));
    id("submit-report", "HGI.024", Map.of("reportId", reportId, "content", text));
    id("return-report", "HGI", Map.of("reportId", reportId, "reason", text));
    assertThat(
            jdbc.sql(
                    "select coalesce(payload->>'content', payload->>'reason', payload->>'title')"
                        + " from store.event where aggregate_id = ?")
                .param(reportId)
                .query(String.class)
                .list())
        .hasSize(3)
        .containsOnly(text);

    String inspectionId =
        id(
            "record-inspection",
            "HGI",
            Map.of(
                "planId",
                planId,
                "inspector",
                "HGI",
                "unit",
                "HGI.024",
                "happenedOn",
                LocalDate.now(LocalTime.ZONE).toString(),
                "basis",
                text,
                "findings",
                List.of(text),
                "recommendations",
                List.of(Map.of("text", text))));
    JsonNode inspection = json.readTree(stored(inspectionId));
    assertThat(
            List.of(
                inspection.path("basis"),
                inspection.path("findings").get(0),
                inspection.path("recommendations").get(0).path("text")))
        .allSatisfy(each -> assertThat(each.asString()).isEqualTo(text));

    String code = "X" + number;
    id("register-agency", "admin", agency(code).put("name", text));
    assertThat(json.readTree(stored(code)).path("name").asString()).isEqualTo(text);
  }

  private ArrayNode reporting(String title) {
    ArrayNode rules = json.createArrayNode();
    ObjectNode rule = rules.addObject().put("id", "R1").put("title", title);
    rule.put("frequency", "YEAR").put("window", "CALENDAR");
    rule.putObject("reporters").putArray("agencies").add("HGI.024");
    rule.putArray("addressees").addObject().put("agency", "HGI");
    return rules;
  }

  private ObjectNode agency(String code) {
    return json.createObjectNode()
        .put("code", code)
        .put("name", "Sở " + code)
        .put("kind", "DEPARTMENT")
        .put("level", "PROVINCE")
        .put("validFrom", "2020-01-01");
  }

  private String id(String command, String user, Object body) {
    Answer answer = give(command, user, body);
    assertThat(answer.status()).as("%s %s", command, answer.json()).isEqualTo(200);
    return answer.json().path("id").asString();
  }

  private String stored(String id) {
    return jdbc.sql("select payload::text from store.event where aggregate_id = ? and sequence = 0")
        .param(id)
        .query(String.class)
        .single();
  }

  @Test
  void textsTheLogCannotKeepAreRefused() {
    String id = task();
    for (String text : List.of("a\u0000b", "a\u0007b")) {
      ObjectNode plan = plan().put("title", text).put("focal", text);
      changesNothing(400, "INVALID_ARGUMENT", () -> give("issue-plan", "HGI", plan));
      assertThat(give("issue-plan", "HGI", plan).faultyFields())
          .containsExactlyInAnyOrder("title", "focal");
      changesNothing(
          400, "INVALID_ARGUMENT", () -> give("accept-task", "HGI.024", Map.of("taskId", text)));
    }
    changesNothing(
        400,
        "INVALID_ARGUMENT",
        () ->
            send(
                "POST",
                "/api/commands/report-progress",
                "HGI.024",
                "{\"taskId\": \"" + id + "\", \"percent\": 1, \"note\": \"\\ud83d\"}"));
  }

  @Test
  void somethingOfAnotherKindIsNotFound() {
    String planId = issued();
    String taskId = task();
    for (String other : List.of(planId, "HGI.024")) {
      changesNothing(
          404, "NOT_FOUND", () -> give("accept-task", "HGI.024", Map.of("taskId", other)));
      assertThat(
              give("accept-task", "HGI.024", Map.of("taskId", other))
                  .json()
                  .path("detail")
                  .asString())
          .contains(other);
      changesNothing(
          404,
          "NOT_FOUND",
          () -> give("submit-report", "HGI.024", Map.of("reportId", other, "content", "Xong")));
    }
    changesNothing(
        404,
        "NOT_FOUND",
        () -> give("submit-report", "HGI", Map.of("reportId", taskId, "content", "Xong")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aBlankKeyIsRefused(String key) {
    ObjectNode plan = plan();
    changesNothing(
        400, "INVALID_ARGUMENT", () -> give("issue-plan", "HGI", plan, "Idempotency-Key", key));
    assertThat(
            give("issue-plan", "HGI", plan, "Idempotency-Key", key)
                .json()
                .path("errors")
                .get(0)
                .path("message")
                .asString())
        .isEqualTo("Không được để trống.");
  }

  @Test
  void ofTwoPeopleTakingAStepAtOnceOneWins() throws Exception {
    for (int round = 0; round < 5; round++) {
      String id = task();
      List<Callable<Answer>> both =
          List.of(
              () -> give("accept-task", "HGI.024", Map.of("taskId", id)),
              () -> give("accept-task", "hoa", Map.of("taskId", id), "On-Behalf-Of", "HGI.024"));
      List<Answer> answers = new ArrayList<>();
      try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
        for (Future<Answer> each : executor.invokeAll(both)) {
          answers.add(each.get());
        }
      }
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
      assertThat(answers.stream().filter(each -> each.status() == 409).map(Answer::code))
          .allSatisfy(code -> assertThat(code).isIn("CONFLICT", "INVALID_STATE"));
      assertThat(
              jdbc.sql("select count(*) from store.event where aggregate_id = ?")
                  .param(id)
                  .query(Long.class)
                  .single())
          .isEqualTo(2);
    }
  }

  @Test
  void theSameKeyGivesTheFirstAnswerAgainAndDoesNothing() {
    ObjectNode plan = plan();
    String[] key = {"Idempotency-Key", "key of " + number};
    Answer first = give("issue-plan", "HGI", plan, key);
    long before = toldByPeople();
    Answer second = give("issue-plan", "HGI", plan, key);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(toldByPeople()).isEqualTo(before);
    changesNothing(400, "INVALID_ARGUMENT", () -> give("issue-plan", "HGI", plan(), key));
  }

  /** A step that somebody might try, whether it is open or not. */
  private Supplier<Answer> anyStep(Random random, String task, String key) {
    String text = "Văn bản " + random.nextInt(3);
    List<Supplier<Answer>> steps =
        List.of(
            () -> keyed("accept-task", "HGI.024", Map.of("taskId", task), key),
            () -> keyed("urge-task", "HGI", Map.of("taskId", task, "text", text), key),
            () ->
                keyed("submit-task-result", "HGI.024", Map.of("taskId", task, "result", text), key),
            () -> keyed("return-task-result", "HGI", Map.of("taskId", task, "reason", text), key),
            () -> keyed("accept-task-result", "HGI", Map.of("taskId", task), key),
            () -> keyed("reopen-task", "HGI", Map.of("taskId", task, "reason", text), key));
    int percent = random.nextInt(100);
    return random.nextInt(3) == 0
        ? () -> keyed("report-progress", "HGI.024", Map.of("taskId", task, "percent", percent), key)
        : steps.get(random.nextInt(steps.size()));
  }

  private Answer keyed(String command, String user, Map<String, Object> body, String key) {
    return give(command, user, body, "Idempotency-Key", key);
  }

  /** In the same order, as by a client that lost its connection and all answers. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theSameSequenceSentTwiceGivesTheSameAnswersAndChangesNothing(int seed) {
    Random random = new Random(seed);
    List<String> tasks = List.of(task(), task());
    List<Supplier<Answer>> sequence = new ArrayList<>();
    List<JsonNode> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String key = "sequence " + number + " " + i;
      Supplier<Answer> step = anyStep(random, tasks.get(random.nextInt(tasks.size())), key);
      Answer answer = step.get();
      if (answer.status() == 200) {
        sequence.add(step);
        answers.add(answer.json());
      }
    }
    assertThat(sequence).hasSizeGreaterThan(8);

    long before = toldByPeople();
    assertThat(sequence.stream().map(step -> step.get().json()).toList()).isEqualTo(answers);
    assertThat(toldByPeople()).isEqualTo(before);
  }

  private ObjectNode inspection(String plan, String inspector, String unit, String... alsoAt) {
    ObjectNode decision = json.createObjectNode();
    decision.put("planId", plan);
    decision.put("inspector", inspector);
    decision.put("unit", unit);
    decision.put("plannedOn", LocalDate.now(LocalTime.ZONE).toString());
    decision.put("basis", "Quyết định 120/QĐ-SNV");
    decision.putArray("team").addObject().put("name", "Trần Văn An");
    for (String other : alsoAt) {
      decision.withArray("alsoAt").add(other);
    }
    return decision;
  }

  @Test
  void oneDecisionPlansTheInspectionsOfSeveralUnitsOrNone() {
    String plan = issued();
    ObjectNode unknown = inspection(plan, "HGI.SNV", "HGI.024", "HGI.026", "KHONG.CO");
    changesNothing(400, "INVALID_ARGUMENT", () -> give("plan-inspection", "HGI.SNV", unknown));
    assertThat(give("plan-inspection", "HGI.SNV", unknown).faultyFields())
        .containsExactly("alsoAt[1]");
    ObjectNode notBelow = inspection(plan, "HGI.024", "HGI.024", "HGI.026");
    changesNothing(403, "NOT_PERMITTED", () -> give("plan-inspection", "HGI.024", notBelow));

    Answer two =
        give("plan-inspection", "HGI.SNV", inspection(plan, "HGI.SNV", "HGI.026", "HGI.024"));
    assertThat(two.json().path("events").toString())
        .isEqualTo("[\"inspection-planned\",\"inspection-planned\"]");
    ObjectNode three = inspection(plan, "HGI.SNV", "HGI.024", "HGI.026", "HGI.SYT");
    Answer oneMore = give("plan-inspection", "HGI.SNV", three);
    assertThat(oneMore.json().path("events").toString()).isEqualTo("[\"inspection-planned\"]");
    long before = toldByPeople();
    assertThat(give("plan-inspection", "HGI.SNV", three).json().path("events").toString())
        .isEqualTo("[]");
    assertThat(toldByPeople()).isEqualTo(before);
    assertThat(
            jdbc.sql(
                    """
                    select payload->>'unit' from store.event
                     where name = 'inspection-planned' and payload->>'planId' = ? order by 1
                    """)
                .param(plan)
                .query(String.class)
                .list())
        .containsExactly("HGI.024", "HGI.026", "HGI.SYT");
  }

  @Test
  void whatWasRefusedMayBeCorrectedAndSentAgainWithItsKey() {
    String[] key = {"Idempotency-Key", "corrected " + number};
    ObjectNode wrong = plan();
    wrong.put("issuer", "NOBODY");
    changesNothing(403, "NOT_PERMITTED", () -> give("issue-plan", "HGI", wrong, key));

    assertThat(give("issue-plan", "HGI", plan(), key).status()).isEqualTo(200);
  }

  @Test
  void whoComesWhileTheFirstOfItsKeyIsWorkedOnIsToldWhenToComeAgain() {
    ObjectNode plan = plan();
    String key = "worked on " + number;
    give("issue-plan", "HGI", plan, "Idempotency-Key", key);
    // As it is while another node works on it, and goes on doing so.
    jdbc.sql(
            """
            update command.answer set status = null, body = null,
                   leased_until = clock_timestamp() + interval '1 hour'
             where key = ?
            """)
        .param(key)
        .update();

    Answer answer = give("issue-plan", "HGI", plan, "Idempotency-Key", key);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("KEY_IN_USE");
    assertThat(answer.headers().get("retry-after")).containsExactly("5");
  }

  @Test
  void twiceAtOnceWithOneKeyIsDoneOnce() throws Exception {
    ObjectNode plan = plan();
    List<Callable<Answer>> four = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      four.add(() -> give("issue-plan", "HGI", plan, "Idempotency-Key", "at-once-" + number));
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
      for (Future<Answer> each : executor.invokeAll(four)) {
        assertThat(each.get().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void commandsAreListedWithTheirFields() {
    Answer answer = send("GET", "/api/commands", "HGI", null);
    assertThat(answer.json().valueStream().map(each -> each.path("name").asString()))
        .contains("issue-plan", "assign-task", "submit-report", "record-inspection")
        .doesNotContain("roll-out", "assign-recommendation");
    JsonNode accept =
        answer
            .json()
            .valueStream()
            .filter(each -> each.path("name").asString().equals("accept-task"))
            .findFirst()
            .orElseThrow();
    assertThat(accept.path("fields").valueStream().map(JsonNode::toString))
        .contains(
            "{\"name\":\"taskId\",\"type\":\"string\",\"required\":true}",
            "{\"name\":\"happenedOn\",\"type\":\"date\",\"required\":false}");
  }

  @Test
  void whatItMeansToLeaveOutAListOfAnAmendmentIsSaidWhereCommandsAreListedAndDescribed() {
    Answer list = send("GET", "/api/commands", "HGI", null, "Accept-Language", "en");
    JsonNode amend =
        list.json()
            .valueStream()
            .filter(each -> each.path("name").asString().equals("amend-plan"))
            .findFirst()
            .orElseThrow();
    assertThat(
            amend
                .path("fields")
                .valueStream()
                .filter(each -> each.has("ifLeftOut"))
                .map(each -> each.path("name").asString()))
        .containsExactly("items", "assignments", "reportingRules", "targets");
    Answer described = send("GET", "/v3/api-docs", "HGI", null, "Accept-Language", "en");
    assertThat(
            described
                .json()
                .at("/components/schemas/command.AmendPlan/properties/assignments/description")
                .asString())
        .contains("stays as it is");
  }
}
