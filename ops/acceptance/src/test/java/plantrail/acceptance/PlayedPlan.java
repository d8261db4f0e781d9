package plantrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.Yaml;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.task.TaskId;
import tools.jackson.databind.JsonNode;

/** One of the published plans, played by the agencies that it binds. */
final class PlayedPlan {
  private static final int PAGE = 500;

  private final World world;
  private final Map<String, Object> text;
  private final String issuer;
  private final String focal;
  private final String id;

  /**
   * @param file the plan's facts among the sample's
   */
  PlayedPlan(World world, String file) {
    this.world = world;
    try (InputStream in = World.resource("sample/plans/" + file)) {
      text = new Yaml().load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    issuer = word("issuer");
    focal = word("focal");
    int year = LocalDate.parse(word("issueDate")).getYear();
    id = PlanId.of(issuer, year, word("number"), word("symbol")).value();
  }

  private String word(String field) {
    return String.valueOf(text.get(field));
  }

  /** The plan's identifier. */
  String id() {
    return id;
  }

  /** What the plan says, as it is sent. */
  Map<String, Object> text() {
    return text;
  }

  /** One of the plan's lists, as it is sent. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> list(String part) {
    return (List<Map<String, Object>>) Objects.requireNonNull(text.get(part), part);
  }

  /** One of the plan's lists with one of its parts said otherwise. */
  List<Map<String, Object>> changed(String part, String mark, Map<String, Object> otherwise) {
    return list(part).stream()
        .map(each -> {
          Map<String, Object> said = new HashMap<>(each);
          if (mark.equals(each.get("id"))) {
            said.putAll(otherwise);
          }
          return said;
        })
        .toList();
  }

  /** Identifier of an agency's task. */
  String task(String duty, String agency) {
    return TaskId.of(id, duty, agency).value();
  }

  /** Identifier of an agency's report. */
  String report(String rule, String period, String agency) {
    return ReportId.of(id, rule, period, agency).value();
  }

  /**
   * From the first words to the day of issue, see {@link #draft} and {@link #issue}.
   *
   * @param begun day on which the draft is begun
   */
  void draftAndIssue(String begun, String submitted, String lacking, String reason) {
    issue(draft(begun), submitted, lacking, reason);
  }

  /**
   * The issuer begins a draft; the focal agency, which may not submit it, is told what is missing.
   *
   * @return identifier of the draft
   */
  String draft(String day) {
    world.clock().set(day, 8);
    Map<String, Object> content = Map.of("issuer", issuer, "focal", focal, "title", word("title"));
    Map<String, Object> first = Map.of("key", word("number"), "content", content);
    assertThat(world.as("auditor").refused("draft-plan", first)).isEqualTo("NOT_PERMITTED");
    String draft = world.as(issuer).give("draft-plan", first).path("id").asString();
    assertThat(missing(draft))
        .containsExactlyInAnyOrder("kind", "assignments", "number", "symbol", "issueDate");
    Map<String, Object> submit = Map.of("draftId", draft);
    assertThat(world.as(focal).faultyFields("submit-plan", submit))
        .containsExactlyInAnyOrder("content.kind", "content.assignments");
    return draft;
  }

  /**
   * The focal agency writes what is missing and submits the draft; the issuer returns it once, then
   * signs it; the duties are opened.
   *
   * @param submitted day on which it is first submitted, and returned
   * @param lacking the list that it lacks on that day
   * @param reason why it is returned
   */
  void issue(String draft, String submitted, String lacking, String reason) {
    world.clock().set(submitted, 8);
    reviseAndSubmit(draft, lacking);
    world.clock().set(submitted, 15);
    returnFor(draft, reason);
    world.clock().set(word("issueDate"), 8);
    mendAndSign(draft);
  }

  private void reviseAndSubmit(String draft, String lacking) {
    Map<String, Object> unsigned = new HashMap<>(text);
    unsigned.put("number", null);
    unsigned.put("issueDate", null);
    unsigned.put(lacking, List.of());
    revise(draft, unsigned);
    assertThat(missing(draft)).containsExactlyInAnyOrder("number", "issueDate");
    world.as(focal).give("submit-plan", Map.of("draftId", draft, "note", "Kính trình ký"));
    assertThat(world.as(focal).refused("submit-plan", Map.of("draftId", draft, "note", "Lần 2")))
        .isEqualTo("INVALID_STATE");
  }

  private void revise(String draft, Map<String, Object> content) {
    int version = world.as(focal).ask("/api/drafts/" + draft).path("version").asInt();
    world
        .as(focal)
        .give("revise-plan", Map.of("draftId", draft, "basedOn", version, "content", content));
  }

  private void returnFor(String draft, String reason) {
    Map<String, Object> returned = Map.of("draftId", draft, "reason", reason);
    assertThat(world.as(focal).refused("return-plan", returned)).isEqualTo("NOT_PERMITTED");
    world.as(issuer).give("return-plan", returned);
    assertThat(world.as(focal).ask("/api/drafts/" + draft).path("returnedFor").asString())
        .isEqualTo(reason);
  }

  private void mendAndSign(String draft) {
    Map<String, Object> unsigned = new HashMap<>(text);
    unsigned.put("number", null);
    unsigned.put("issueDate", null);
    revise(draft, unsigned);
    Map<String, Object> signature =
        Map.of(
            "draftId",
            draft,
            "number",
            word("number"),
            "symbol",
            word("symbol"),
            "issueDate",
            word("issueDate"));
    assertThat(world.as(issuer).refused("issue-draft", signature)).isEqualTo("INVALID_STATE");
    world.as(focal).give("submit-plan", Map.of("draftId", draft, "note", "Đã bổ sung"));
    assertThat(world.as(focal).refused("issue-draft", signature)).isEqualTo("NOT_PERMITTED");
    world.as(issuer).give("issue-draft", signature);
    JsonNode issued = world.as("auditor").ask("/api/drafts/" + draft);
    assertThat(issued.path("issuedAs").asString()).isEqualTo(id);
    assertThat(issued.path("timeline").valueStream().map(each -> each.path("name").asString()))
        .containsExactly(
            "plan-drafted",
            "plan-revised",
            "plan-submitted",
            "plan-returned",
            "plan-revised",
            "plan-submitted",
            "draft-issued");
    assertThat(status()).isEqualTo("IN_FORCE");
    awaitDuties();
  }

  private List<String> missing(String draft) {
    return world
        .as(focal)
        .ask("/api/drafts/" + draft)
        .path("missing")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  /** Waits until what follows for the duties from what the plan says is done. */
  private void awaitRollOut() {
    world.until("roll-out", () -> rollOut().path("finished").asBoolean());
  }

  private void awaitDuties() {
    awaitRollOut();
    int opened = rollOut().path("done").asInt();
    world.until(
        "duties on the board",
        () -> {
          JsonNode plan = world.as("auditor").get("/api/plans/" + id);
          return plan.path("tasks").path("total").asInt()
                  + plan.path("reports").path("total").asInt()
              == opened;
        });
  }

  private JsonNode rollOut() {
    return world.as("auditor").get("/api/roll-outs/" + id);
  }

  /** The plan as somebody who reads everything sees it. */
  JsonNode seen() {
    return world.as("auditor").ask("/api/plans/" + id);
  }

  String status() {
    return seen().path("status").asString();
  }

  /** The agency takes its task on. */
  void takeOn(String duty, String agency) {
    world.as(agency).give("accept-task", Map.of("taskId", task(duty, agency)));
  }

  /** The agency hands in what it has to show for a task that it has taken on. */
  void handIn(String duty, String agency, String result) {
    world
        .as(agency)
        .give("submit-task-result", Map.of("taskId", task(duty, agency), "result", result));
  }

  /** The agency takes its task on and hands in the result; whoever may accepts it. */
  void finish(String duty, String agency, String result, String reviewer) {
    takeOn(duty, agency);
    handIn(duty, agency, result);
    acceptResult(duty, agency, reviewer);
  }

  void acceptResult(String duty, String agency, String reviewer) {
    world.as(reviewer).give("accept-task-result", Map.of("taskId", task(duty, agency)));
  }

  /**
   * An agency issues a plan of its own under this one, today, by which it does its duty to have
   * one.
   *
   * @param symbol symbol of the plan
   * @param duty mark of that duty
   * @param assignees whom the plan charges
   * @return identifier of the plan
   */
  String issueOwn(String agency, String symbol, String duty, Map<String, Object> assignees) {
    Map<String, Object> own = new HashMap<>();
    own.put("kind", "KH");
    own.put("number", "15");
    own.put("symbol", symbol);
    own.put("issueDate", world.clock().day());
    own.put("issuer", agency);
    own.put("title", "Kế hoạch của đơn vị thực hiện " + word("number") + "/" + word("symbol"));
    own.put("parent", id);
    own.put("items", List.of(Map.of("outline", "I", "title", "Nhiệm vụ")));
    own.put(
        "assignments",
        List.of(
            Map.of(
                "id", "A1",
                "item", "I",
                "title", "Tổ chức thực hiện",
                "assignees", assignees,
                "roles", List.of("EXECUTE"))));
    String issued = world.as(agency).give("issue-plan", own).path("id").asString();
    String task = "/api/tasks/" + task(duty, agency);
    world.until(
        "fulfilment of the duty",
        () -> world.as(agency).get(task).path("progress").asString().equals("COMPLETED"));
    assertThat(world.as(agency).ask("/api/plans/" + issued).path("parent").asString())
        .isEqualTo(id);
    return issued;
  }

  /** The agency hands in a report. */
  void report(String rule, String period, String agency, String content) {
    world
        .as(agency)
        .give(
            "submit-report", Map.of("reportId", report(rule, period, agency), "content", content));
  }

  void acceptReport(String rule, String period, String agency, String reader) {
    world.as(reader).give("accept-report", Map.of("reportId", report(rule, period, agency)));
  }

  void returnReport(String rule, String period, String agency, String reader, String reason) {
    world
        .as(reader)
        .give("return-report", Map.of("reportId", report(rule, period, agency), "reason", reason));
  }

  /**
   * A report that is owed once, because somebody asks for it.
   *
   * @param due last timely day; empty for none
   */
  void askForReport(String rule, String period, String agency, String asker, String due) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("planId", id);
    asked.put("rule", rule);
    asked.put("agency", agency);
    asked.put("period", period);
    asked.put("due", due.isEmpty() ? null : due);
    world.as(asker).give("open-report", asked);
  }

  /**
   * The focal agency makes one report of those that have come in, and sends it on.
   *
   * @return identifier of the consolidation
   */
  String consolidate(String rule, String period, String content) {
    String made =
        world
            .as(focal)
            .give("consolidate-reports", consolidation(rule, period, content))
            .path("id")
            .asString();
    world.as(focal).give("forward-consolidation", Map.of("consolidationId", made));
    return made;
  }

  /** What is said to make one report of those that have come in through the focal agency. */
  Map<String, Object> consolidation(String rule, String period, String content) {
    return Map.of(
        "planId", id, "rule", rule, "period", period, "channel", focal, "content", content);
  }

  /** The target of that mark as somebody who reads everything sees it. */
  JsonNode seenTarget(String mark) {
    return world
        .as("auditor")
        .ask("/api/targets?plan=" + id)
        .path("items")
        .valueStream()
        .filter(each -> each.path("target").asString().equals(mark))
        .findFirst()
        .orElseThrow();
  }

  /** The report as somebody who reads everything sees it. */
  JsonNode seenReport(String rule, String period, String agency) {
    return world.as("auditor").ask("/api/reports/" + report(rule, period, agency));
  }

  /** Holds a review; the plan stays in force. */
  void review(String kind, String reviewer, String text, List<Map<String, Object>> figures) {
    world
        .as(reviewer)
        .give(
            "review-plan", Map.of("planId", id, "review", kind, "text", text, "figures", figures));
  }

  /** Amends one of the plan's lists. */
  void amend(String reason, String basis, String part, List<Map<String, Object>> otherwise) {
    world.as(issuer).give("amend-plan", amendment(reason, basis, part, otherwise));
    awaitRollOut();
  }

  private Map<String, Object> amendment(
      String reason, String basis, String amended, List<Map<String, Object>> otherwise) {
    Map<String, Object> amendment = new HashMap<>();
    amendment.put("planId", id);
    amendment.put("basedOn", seen().path("version").asInt());
    amendment.put("reason", reason);
    amendment.put("basis", basis);
    amendment.put("clause", "khoản 1 Điều 1");
    amendment.put("clauses", List.of());
    for (String part : List.of("items", "assignments", "reportingRules", "targets")) {
      amendment.put(part, part.equals(amended) ? otherwise : list(part));
    }
    return amendment;
  }

  /** The final review is held, then the plan is concluded; not the other way round. */
  void reviewAndConclude(
      String reviewed, String found, List<Map<String, Object>> figures, String concluded) {
    world.clock().set(reviewed, 8);
    Map<String, Object> conclusion = Map.of("planId", id, "conclusion", "Hoàn thành kế hoạch");
    assertThat(world.as(issuer).refused("conclude-plan", conclusion)).isEqualTo("INVALID_STATE");
    review("FINAL", focal, found, figures);
    world.clock().set(concluded, 16);
    assertThat(world.as(focal).refused("conclude-plan", conclusion)).isEqualTo("NOT_PERMITTED");
    world.as(issuer).give("conclude-plan", conclusion);
    JsonNode plan = seen();
    assertThat(plan.path("status").asString()).isEqualTo("CONCLUDED");
    JsonNode last = plan.path("reviews").valueStream().toList().getLast();
    assertThat(last.path("concluding").asBoolean()).isTrue();
    assertThat(last.path("heldOn").asString()).isEqualTo(reviewed);
    Map<String, Object> tooLate = amendment("Sửa", "Quyết định 1/QĐ-UBND", "items", List.of());
    assertThat(world.as(issuer).refused("amend-plan", tooLate)).isEqualTo("INVALID_STATE");
  }

  /** How many tasks are in which class of timeliness; those without any are left out. */
  Map<String, Long> tasks(String at) {
    return classes(at, "tasks", "byTimeliness");
  }

  /** As {@link #tasks}, of reports. */
  Map<String, Long> reports(String at) {
    return classes(at, "reports", "byTimeliness");
  }

  /** As {@link #reports}, against the days first set. */
  Map<String, Long> reportsAsFirstDue(String at) {
    return classes(at, "reports", "byOriginalTimeliness");
  }

  private Map<String, Long> classes(String at, String kind, String axis) {
    Map<String, Long> classes = new TreeMap<>();
    overview(at)
        .path(kind)
        .path(axis)
        .properties()
        .forEach(each -> {
          if (each.getValue().asLong() > 0) {
            classes.put(each.getKey(), each.getValue().asLong());
          }
        });
    return classes;
  }

  private JsonNode overview(String at) {
    return world.as("auditor").ask("/api/overview?plan=" + id + (at.isEmpty() ? "" : "&at=" + at));
  }

  /**
   * All that happened is on record: nothing is missing between a subject's first event and its
   * last, and everything says who did it.
   *
   * @return how often what happened
   */
  Map<String, Long> history() {
    List<JsonNode> entries = entries();
    Map<String, List<Long>> subjects = new HashMap<>();
    Map<String, Long> names = new TreeMap<>();
    for (JsonNode entry : entries) {
      subjects
          .computeIfAbsent(entry.path("subject").asString(), _ -> new ArrayList<>())
          .add(entry.path("sequence").asLong());
      names.merge(entry.path("name").asString(), 1L, Long::sum);
      assertThat(entry.path("actor").asString()).isNotBlank();
    }
    subjects.forEach((subject, sequences) ->
        assertThat(sequences)
            .as(subject)
            .containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, sequences.size()).mapToObj(Long::valueOf).toList()));
    return names;
  }

  /** What happened to the plan itself, in order. */
  List<String> milestones() {
    return world
        .as("auditor")
        .ask("/api/history?subject=" + id + "&size=" + PAGE)
        .path("items")
        .valueStream()
        .map(each -> each.path("name").asString())
        .toList();
  }

  private List<JsonNode> entries() {
    String ask = "/api/history?plan=" + id + "&size=" + PAGE;
    JsonNode first = world.as("auditor").ask(ask);
    String at = "&at=%23" + first.path("asOf").path("position").asLong() + "&page=";
    List<JsonNode> entries = new ArrayList<>();
    for (int page = 0; entries.size() == page * PAGE; page++) {
      world.as("auditor").get(ask + at + page).path("items").forEach(entries::add);
    }
    return entries;
  }
}
