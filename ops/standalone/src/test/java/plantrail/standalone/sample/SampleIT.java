package plantrail.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;
import plantrail.command.platform.CommandRegistry;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.PlanId;
import plantrail.platform.access.Accounts;
import plantrail.standalone.PlanTrail;
import plantrail.testing.DocumentedApi;
import plantrail.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The sample, once loaded, uses what the facts of its plans ask for, and every step was taken. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleIT {
  private static final String PASSWORD = "mật khẩu mẫu";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String QUANG_NGAI = PlanId.of("QNG.522", 2018, "01", "KH-UBND").value();
  private static final String GIA_LAI = PlanId.of("GLA", 2021, "00", "KH-UBND").value();
  private static final String KHANH_HOA = PlanId.of("KHO", 2022, "2311", "QĐ-UBND").value();
  private static final String HA_GIANG = PlanId.of("HGI", 2024, "73", "KH-UBND").value();
  private static final String QUANG_NAM = PlanId.of("QNA", 2024, "2765", "KH-UBND").value();
  private static final String CAO_BANG = PlanId.of("CBA", 2026, "9999", "KH-UBND").value();

  /** Those who try an example, one after another. */
  private static final List<String> WHO_TRY =
      List.of(
          SamplePeople.ADMIN,
          "CBA",
          "CBA.SNV",
          "CBA.STC",
          "CBA.SKHCN",
          "CBA.SDTTG",
          "CBA.01279",
          "CBA.01273",
          "CBA.VP",
          "CBA.01360",
          "CBA.01594",
          "CBA.MTTQ",
          "CBA.SVHTTDL",
          "CP");

  /** Commands of people, in an order in which one leads to the other. */
  private static final List<String> TRIED =
      List.of(
          "register-agency",
          "move-agency",
          "override-day",
          "grant-mandate",
          "revoke-mandate",
          "draft-plan",
          "revise-plan",
          "submit-plan",
          "issue-draft",
          "return-plan",
          "issue-plan",
          "assign-task",
          "accept-task",
          "decline-task",
          "report-progress",
          "request-extension",
          "grant-extension",
          "refuse-extension",
          "urge-task",
          "submit-task-result",
          "return-task-result",
          "accept-task-result",
          "reopen-task",
          "delegate-task",
          "reassign-task",
          "cancel-task",
          "open-report",
          "open-reports",
          "urge-report",
          "submit-report",
          "return-report",
          "accept-report",
          "waive-report",
          "withdraw-report",
          "consolidate-reports",
          "return-consolidation",
          "correct-consolidation",
          "renew-consolidation",
          "forward-consolidation",
          "plan-inspection",
          "begin-inspection",
          "record-findings",
          "cancel-inspection",
          "confirm-remedy",
          "close-inspection",
          "record-inspection",
          "raise-obstacle",
          "pass-on-obstacle",
          "answer-obstacle",
          "close-obstacle",
          "allocate-budget",
          "disburse-funds",
          "correct-disbursement",
          "correct-allocation",
          "register-model",
          "build-model",
          "assess-model",
          "recognise-model",
          "reward-model",
          "propose-model",
          "decline-proposal",
          "replicate-model",
          "withdraw-model",
          "set-target",
          "record-measurement",
          "correct-measurement",
          "change-target",
          "withdraw-target",
          "amend-plan",
          "review-plan",
          "suspend-plan",
          "resume-plan",
          "conclude-plan",
          "supersede-plan",
          "revoke-plan",
          "rename-agency",
          "merge-agencies",
          "split-agency",
          "dissolve-agency");

  /** Those of them that the state of the sample forbids, and what would have to be before. */
  private static final Set<String> REFUSED =
      Set.of(
          "return-plan",
          "refuse-extension",
          "cancel-inspection",
          "confirm-remedy",
          "close-inspection",
          "supersede-plan",
          "revoke-plan");

  /**
   * Examples about what something happens with in the sample after the day on which they are given.
   * A target is measured and changed whatever else is measured. A channel agency of the sample
   * makes one of the reports of each period once they are due, so there is none that would stay to
   * be made; the documentation says until when that example holds.
   */
  private static final Set<String> GOES_ON =
      Set.of(
          "record-measurement",
          "correct-measurement",
          "change-target",
          "withdraw-target",
          "consolidate-reports");

  /** Commands that nobody gives but the system. */
  private static final List<String> BY_THE_SYSTEM =
      List.of(
          "bring-task-forward",
          "change-assigner",
          "escalate-report",
          "escalate-task",
          "fulfil-task",
          "notice-report-lapse",
          "notice-task-lapse",
          "open-plan-year",
          "remind-report",
          "remind-task",
          "reschedule-report",
          "reschedule-task",
          "revise-report",
          "revise-task",
          "roll-up-progress",
          "transfer-budget",
          "transfer-consolidation",
          "transfer-draft",
          "transfer-inspection",
          "transfer-model",
          "transfer-obstacle",
          "transfer-plan",
          "transfer-report",
          "transfer-target",
          "transfer-task",
          "unfulfil-task");

  /** Queries that show what the examples of commands lead to. */
  private static final Set<String> LED_TO =
      Set.of("findDrafts", "getDraft", "getAttachment", "findMandates", "findAccountJournal");

  /**
   * What differs from run to run: places in the log, the calendar's too, and which request it was
   * that something follows from.
   */
  private static final Set<String> OF_THE_RUN =
      Set.of("position", "asOf", "calendar", "correlation", "causation");

  /** The day on which the examples are given; what they say lies around it. */
  private static final Instant TODAY = Instant.parse("2026-11-22T02:00:00Z");

  /** Puts a clock that begins then in the place of the system's; never found by a scan. */
  static class Time {
    @Bean
    Clock clock() {
      return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), TODAY));
    }
  }

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static ConfigurableApplicationContext context;
  private static String mark;

  @BeforeAll
  static void load() throws Exception {
    SpringApplication application = new SpringApplication(PlanTrail.class, Time.class);
    application.addInitializers(new TestDatabase());
    context =
        application.run(
            "--server.port=0",
            "--plantrail.sample.password=" + PASSWORD,
            "--plantrail.query.patience=120s");
    SampleLoader loader = context.getBean(SampleLoader.class);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> loader.progress().isEmpty());
    assertThat(loader.refused()).as("steps that were refused").isZero();
    mark = lastMark();
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  /** What a question has to show: all that happened before. */
  private static String lastMark() throws IOException, InterruptedException {
    HttpRequest last =
        request("/api/commands/register-agency", SamplePeople.ADMIN)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"code": "ZZZ", "name": "UBND", "kind": "PEOPLES_COMMITTEE",
                     "level": "PROVINCE", "validFrom": "2026-01-01"}
                    """))
            .build();
    return JSON.readTree(HTTP.send(last, HttpResponse.BodyHandlers.ofString()).body())
        .path("mark")
        .asString();
  }

  private static HttpRequest.Builder request(String path, String user) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    byte[] both = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  private static JsonNode ask(String path) throws IOException, InterruptedException {
    String after = (path.contains("?") ? "&" : "?") + "after=";
    HttpResponse<String> answer =
        HTTP.send(
            request(path + after + URLEncoder.encode(mark, StandardCharsets.UTF_8), "auditor")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** All that such a question finds of a plan. */
  private static List<JsonNode> all(String what, String plan)
      throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    ask("/api/%s?plan=%s&size=500".formatted(what, plan)).path("items").forEach(all::add);
    return all;
  }

  private static Set<String> states(List<JsonNode> of) {
    return of.stream().map(each -> each.path("state").asString()).collect(Collectors.toSet());
  }

  private static String status(String plan) throws IOException, InterruptedException {
    return ask("/api/plans/" + plan).path("status").asString();
  }

  private static List<String> reviews(String plan) throws IOException, InterruptedException {
    return ask("/api/history?plan=%s&name=plan-reviewed&size=50".formatted(plan))
        .path("items")
        .valueStream()
        .map(each -> each.path("payload").path("concluding").asString())
        .toList();
  }

  @Test
  void plan01HasModelsEveryYearAndBothKindsOfAward() throws Exception {
    List<JsonNode> models = all("models", QUANG_NGAI);
    assertThat(models.stream().map(each -> each.path("year").asInt())).contains(2018, 2019, 2020);
    assertThat(states(models))
        .contains("REGISTERED", "ASSESSED", "RECOGNISED", "REWARDED", "WITHDRAWN");
    assertThat(
            models.stream()
                .flatMap(each -> each.path("awards").valueStream())
                .map(each -> each.path("award").asString() + " " + each.path("by").asString()))
        .contains("COMMENDATION QNG.522", "CERTIFICATE_OF_MERIT QNG");
    assertThat(models).anyMatch(each -> each.path("proposedTo").asString("").equals("QNG"));
    assertThat(models).anyMatch(each -> !each.path("origin").isNull());
    assertThat(status(QUANG_NGAI)).isEqualTo("CONCLUDED");
  }

  @Test
  void plan2765HasABudgetAndReportsOnDemand() throws Exception {
    List<JsonNode> budgets = all("budgets", QUANG_NAM);
    assertThat(budgets).hasSizeGreaterThan(3);
    assertThat(budgets)
        .allMatch(each ->
            each.path("disbursed").asLong() > 0
                && each.path("disbursed").asLong() <= each.path("amount").asLong());
    assertThat(budgets).anyMatch(each -> each.path("changes").asInt() > 0);
    assertThat(
            all("reports", QUANG_NAM).stream()
                .map(each -> each.path("period").asString())
                .distinct())
        .contains("2024-Q3", "2024");
    assertThat(all("inspections", QUANG_NAM)).isNotEmpty();
  }

  @Test
  void plan2765GoesOnWithTheMergedCityWhichBringsItToItsEnd() throws Exception {
    assertThat(ask("/api/plans/" + QUANG_NAM).path("issuer").asString()).isEqualTo("DNA-2025");
    assertThat(ask("/api/plans/" + QUANG_NAM + "?at=2025-06-30").path("issuer").asString())
        .isEqualTo("QNA");
    assertThat(reviews(QUANG_NAM)).containsExactlyInAnyOrder("false", "false", "true");
    assertThat(status(QUANG_NAM)).isEqualTo("CONCLUDED");
    String handedOver = "select count(*) from view.task where plan = '%s' and %s";
    String byHeirs = "progress = '%s' and agency like 'DNA-2025%%'";
    for (String progress : List.of("COMPLETED", "CANCELLED", "ASSIGNED")) {
      assertThat(told(handedOver.formatted(QUANG_NAM, byHeirs.formatted(progress))))
          .as(progress)
          .doesNotContain("0");
    }
    assertThat(told(handedOver.formatted(QUANG_NAM, "open"))).doesNotContain("0");
  }

  @Test
  void plan2311HasItsObstacleChannelTwoAddresseesAndGoesOnWithTheSuccessors() throws Exception {
    List<JsonNode> obstacles = all("obstacles", KHANH_HOA);
    assertThat(states(obstacles)).contains("CLOSED", "PASSED_ON");
    assertThat(obstacles)
        .anyMatch(each -> each.path("path").toString().equals("[\"KHO.SNV\",\"KHO\"]"));
    List<JsonNode> consolidations = all("consolidations", KHANH_HOA);
    assertThat(consolidations.stream().map(each -> each.path("period").asString()))
        .contains("2022", "2023", "2024", "2025");
    assertThat(ask("/api/reports?plan=%s&period=2022&size=1".formatted(KHANH_HOA)).path("items"))
        .allSatisfy(report ->
            assertThat(
                    report
                        .path("addressees")
                        .valueStream()
                        .map(each -> each.path("agency").asString()))
                .containsExactly("KHO", "KHO.BDVTU"));
    List<String> of2026 =
        ask("/api/reports?plan=%s&period=2026&size=100".formatted(KHANH_HOA))
            .path("items")
            .valueStream()
            .map(each -> each.path("agency").asString())
            .toList();
    assertThat(
            ask("/api/reports?plan=%s&period=2026&size=1&at=2025-07-01".formatted(KHANH_HOA))
                .path("total")
                .asInt())
        .isZero();
    assertThat(of2026).contains("KHO-2025.SNV", "KHO-2025.STC").doesNotHaveDuplicates();
    assertThat(of2026).allMatch(agency -> agency.startsWith("KHO-2025"));
    assertThat(status(KHANH_HOA)).isEqualTo("IN_FORCE");
    assertThat(ask("/api/plans/" + KHANH_HOA).path("focal").asString()).isEqualTo("KHO-2025.SNV");
  }

  @Test
  void thePlanOf2021HasInspectionsThatWerePlannedWithViolationsAndRemedies() throws Exception {
    List<JsonNode> inspections = all("inspections", GIA_LAI);
    assertThat(states(inspections)).contains("CLOSED");
    List<JsonNode> planned =
        inspections.stream().filter(each -> !each.path("plannedOn").isNull()).toList();
    assertThat(planned)
        .isNotEmpty()
        .allMatch(each -> each.path("inspector").asString().equals("GLA.SNV"))
        .allMatch(each -> each.path("team").size() == 2);
    assertThat(inspections)
        .anyMatch(each -> each.path("inspector").equals(each.path("unit")))
        .anyMatch(each -> !each.path("violations").isEmpty())
        .anyMatch(each -> !each.path("recommendations").isEmpty());
    assertThat(states(all("obstacles", GIA_LAI))).contains("CLOSED");
    assertThat(reviews(GIA_LAI)).containsExactlyInAnyOrder("false", "true");
    assertThat(status(GIA_LAI)).isEqualTo("CONCLUDED");
  }

  @Test
  void plan73HasBriefingsAndWeeklyInformationConfirmedInTimeLateAndNeverUntilTheBooksWereClosed()
      throws Exception {
    assertThat(owed("R001-5", "")).isEqualTo(193 * 11);
    assertThat(owed("R001-6", "")).isEqualTo(45);
    for (String rule : List.of("R001-5", "R001-6")) {
      int inTime = owed(rule, "DONE_ON_TIME");
      assertThat(inTime).isGreaterThan(owed(rule, "DONE_LATE") + owed(rule, "OPEN_OVERDUE"));
      assertThat(owed(rule, "DONE_LATE")).isPositive();
      assertThat(owed(rule + "&at=2025-05-31", "OPEN_OVERDUE")).isPositive();
      assertThat(owed(rule, "OPEN_OVERDUE")).isZero();
      assertThat(owed(rule + "&state=WAIVED", "")).isPositive();
    }
    JsonNode confirmed =
        ask("/api/reports?plan=%s&rule=R001-5&period=2024-M06&state=ACCEPTED&size=500"
                .formatted(HA_GIANG))
            .path("items");
    List<String> said =
        confirmed
            .valueStream()
            .flatMap(each -> each.path("figures").valueStream())
            .filter(each -> each.path("indicator").asString().equals("da-giao-ban"))
            .map(each -> each.path("value").asString())
            .toList();
    assertThat(said).hasSize(confirmed.size()).contains("true", "false");
  }

  /** How many reports of a rule of plan 73 there are in a class of timeliness; empty for all. */
  private static int owed(String rule, String timeliness) throws IOException, InterruptedException {
    String path = "/api/reports?plan=%s&size=1&rule=%s".formatted(HA_GIANG, rule);
    return ask(timeliness.isEmpty() ? path : path + "&timeliness=" + timeliness)
        .path("total")
        .asInt();
  }

  @Test
  void plan73HasMeasuredTargetsModelsAndPartsOfDistrictsTasks() throws Exception {
    List<JsonNode> targets = all("targets", HA_GIANG);
    assertThat(targets).hasSize(2);
    assertThat(targets)
        .allMatch(each -> each.path("measuredBy").asInt() > 5)
        .anyMatch(each -> each.path("counts").asString("").equals("MODEL"));
    assertThat(all("moves", HA_GIANG))
        .noneMatch(each -> each.path("moved").asString().equals("TARGET"));
    assertThat(
            all("tasks", HA_GIANG + "&agency=HGI.026.00715").stream()
                .filter(each -> !each.path("parentTask").isNull())
                .map(each -> each.path("progress").asString()))
        .containsExactly("COMPLETED");
    assertThat(states(all("consolidations", HA_GIANG))).containsExactly("FORWARDED");
    assertThat(reviews(HA_GIANG)).containsExactlyInAnyOrder("false", "true");
    assertThat(status(HA_GIANG)).isEqualTo("CONCLUDED");
  }

  @Test
  void belowPlan73AgenciesIssuedPlansOfTheirOwnFourLevelsDeep() throws Exception {
    assertThat(
            ask("/api/plans?size=100&at=2025-06-30&parent=" + HA_GIANG)
                .path("items")
                .valueStream()
                .map(each -> each.path("issuer").asString()))
        .containsExactlyInAnyOrder("HGI.SNV", "HGI.026", "HGI.027");
    String parent = HA_GIANG;
    for (String issuer : List.of("HGI.026", "HGI.026.00715", "HGI.026.00715.BCHQS")) {
      JsonNode own =
          ask("/api/plans?size=100&at=2025-06-30&parent=%s&issuer=%s".formatted(parent, issuer))
              .path("items")
              .path(0);
      assertThat(all("tasks", parent + "&agency=" + issuer))
          .filteredOn(each -> each.path("creates").asString("").equals("SUBORDINATE_PLAN"))
          .singleElement()
          .satisfies(task -> {
            assertThat(task.path("progress").asString()).isEqualTo("COMPLETED");
            assertThat(task.path("result").asString())
                .isEqualTo(own.path("number").asString() + "/" + own.path("symbol").asString());
          });
      parent = own.path("id").asString();
    }
    assertThat(
            told(
                """
                select issuer || ' ' || status from view.plan
                 where parent is not null order by 1
                """))
        .containsExactly(
            "TQU-2025 CONCLUDED",
            "TQU-2025 CONCLUDED",
            "TQU-2025.00715 CONCLUDED",
            "TQU-2025.00715.BCHQS CONCLUDED",
            "TQU-2025.SNV CONCLUDED");
    // What the commune and its body share, each sees of the other.
    assertThat(
            all("tasks", PlanId.of("HGI.026.00715", 2024, "21", "KH-UBND").value()).stream()
                .flatMap(each -> each.path("sharedWith").valueStream())
                .map(each -> each.path("agency").asString()))
        .containsExactlyInAnyOrder("HGI.026.00715", "HGI.026.00715.BCHQS");
  }

  @Test
  void thePlanOf2026WasAmended() throws Exception {
    JsonNode plan = ask("/api/plans/" + CAO_BANG);
    assertThat(plan.path("version").asInt()).isEqualTo(2);
    assertThat(all("tasks", CAO_BANG + "&agency=CBA.SNV"))
        .anyMatch(each ->
            each.path("due").asString("").equals("2026-12-15")
                && each.path("originalDue").asString().equals("2026-11-10"))
        .anyMatch(each -> each.path("duty").asString().equals("A005-38"));
    assertThat(all("tasks", CAO_BANG + "&agency=CBA.TCT&progress=CANCELLED")).hasSize(1);
    assertThat(
            ask("/api/moves?size=100&plan=" + CAO_BANG)
                .path("items")
                .valueStream()
                .filter(each -> each.path("basis").asString("").contains("1206/QĐ-UBND")))
        .hasSizeGreaterThan(2);
  }

  @Test
  void thePlanOf2026ShowsWorkUnderWay() throws Exception {
    assertThat(all("tasks", CAO_BANG + "&agency=CBA.STP"))
        .anyMatch(each -> !each.path("askedDue").isNull());
    assertThat(states(all("obstacles", CAO_BANG))).contains("RAISED", "PASSED_ON", "CLOSED");
    assertThat(states(all("models", CAO_BANG))).contains("ASSESSED", "RECOGNISED");
    assertThat(all("consolidations", CAO_BANG)).isNotEmpty();
    assertThat(all("budgets", CAO_BANG)).hasSize(3);
    assertThat(all("targets", CAO_BANG))
        .filteredOn(each -> each.path("comparison").asString().startsWith("AT_"))
        .allMatch(each -> each.path("measuredBy").asInt() > 0);
    assertThat(ask("/api/moves?plan=" + CAO_BANG).path("total").asInt()).isPositive();
    assertThat(status(CAO_BANG)).isEqualTo("IN_FORCE");
  }

  @Test
  void whateverIsOpenStandsWithAgenciesThatLive() {
    assertThat(
            told(
                """
                select part.kind || ' ' || part.duty || ' ' || part.agency
                  from command.open_duty part join view.agency on code = part.agency
                 where part.open and (state <> 'REGISTERED' or valid_to is not null)
                 order by 1 limit 20
                """))
        .isEmpty();
    assertThat(
            told(
                """
                with owing as (
                  select 'task ' || id as what, agency from view.task where open
                  union all select 'report ' || id, agency from view.report where open
                  union all select 'inspection ' || id, inspector from view.inspection
                             where state <> 'CLOSED'
                  union all select 'obstacle ' || id, holder from view.obstacle
                             where state <> 'CLOSED'
                  union all select 'plan ' || id, issuer from view.plan
                             where status in ('IN_FORCE', 'SUSPENDED')
                  union all select 'model ' || m.id, m.agency
                              from view.model m join view.plan p on p.id = m.plan
                             where p.status = 'IN_FORCE' and m.state <> 'WITHDRAWN'
                  union all select 'target ' || t.id, t.issuer
                              from view.target t join view.plan p on p.id = t.plan
                             where p.status = 'IN_FORCE' and t.state = 'SET')
                select what || ' ' || owing.agency
                  from owing left join view.agency
                    on code = owing.agency and state = 'REGISTERED' and valid_to is null
                 where code is null order by 1 limit 20
                """))
        .isEmpty();
  }

  @Test
  void nothingOpenStoodBeforeTheReformWithAgenciesThatHadEndedEarlier() throws Exception {
    List<String> ended =
        told("select code from view.agency where valid_to < '2025-06-30' and state = 'MERGED'");
    assertThat(ended).contains("QNA.513.20822").hasSizeGreaterThan(12);
    for (String what : List.of("tasks", "reports")) {
      for (String code : ended) {
        String question = "/api/%s?open=true&size=1&at=2025-06-30&agency=%s".formatted(what, code);
        assertThat(ask(question).path("total").asInt()).as(question).isZero();
      }
    }
  }

  @Test
  void plansThatEndedLeaveHardlyAnythingOpenAndNoneIsInForceBeyondItsPeriod() {
    assertThat(
            told(
                """
                select document from view.plan
                 where status = 'IN_FORCE' and period_to < '2026-11-21'
                """))
        .isEmpty();
    assertThat(
            told(
                """
                select distinct document from view.plan p
                 where status <> 'IN_FORCE'
                   and (exists (select from view.task t where t.plan = p.id and t.open)
                        or exists (select from view.report r where r.plan = p.id and r.open)
                        or exists (select from view.inspection i
                                    where i.plan = p.id and i.state not in ('CLOSED', 'CANCELLED')))
                """))
        .containsExactly("2765/KH-UBND");
  }

  @Test
  void yesterdaysDashboardShowsYesterdaysAgenciesAndTodaysThoseWhoTookOver() throws Exception {
    Set<String> before = Set.of("HGI", "QNA", "KHO", "GLA", "QNG");
    Set<String> since = Set.of("TQU-2025", "DNA-2025", "KHO-2025", "GLA-2025", "QNG-2025");
    assertThat(provinces("2025-06-30")).containsAll(before).doesNotContainAnyElementsOf(since);
    assertThat(provinces("2025-07-01")).containsAll(since).doesNotContainAnyElementsOf(before);
  }

  /** Codes of the provinces whose agencies owe anything by the overview of that day. */
  private static Set<String> provinces(String day) throws IOException, InterruptedException {
    return ask("/api/overview?at=" + day)
        .path("agencies")
        .valueStream()
        .filter(each -> owes(each.path("tasks")) || owes(each.path("reports")))
        .map(each -> each.path("agency").asString().split("\\.", 2)[0])
        .collect(Collectors.toSet());
  }

  private static boolean owes(JsonNode counts) {
    return counts
        .path("byTimeliness")
        .propertyStream()
        .anyMatch(each -> each.getKey().startsWith("OPEN") && each.getValue().asLong() > 0);
  }

  @Test
  void theLogGoesForwardInTime() {
    assertThat(
            told(
                """
                select name || ' ' || recorded_at from (
                  select name, position, recorded_at,
                         lag(recorded_at) over (order by position) as before
                    from view.history_entry) entry
                 where recorded_at < before order by position limit 20
                """))
        .isEmpty();
  }

  private static List<String> told(String sql) {
    return context.getBean(JdbcClient.class).sql(sql).query(String.class).list();
  }

  private record Tried(int status, String code, String body) {
    static Tried of(HttpResponse<String> answer) {
      return new Tried(
          answer.statusCode(),
          JSON.readTree(answer.body()).path("code").asString(""),
          answer.body());
    }

    boolean accepted() {
      return status == 200;
    }

    String subject() {
      return JSON.readTree(body).path("id").asString();
    }
  }

  /** What came of an example for whoever of the sample's people may give it; else for the last. */
  private static Tried tried(String command) throws Exception {
    byte[] example;
    try (var in = new ClassPathResource("examples/" + command + ".json").getInputStream()) {
      example = in.readAllBytes();
    }
    Tried last = null;
    for (String user : WHO_TRY) {
      Tried tried = Tried.of(sent("/api/commands/" + command, user, "application/json", example));
      if (tried.accepted() || last == null || !tried.code().equals("NOT_PERMITTED")) {
        last = tried;
      }
      if (tried.accepted()) {
        return tried;
      }
    }
    return Objects.requireNonNull(last);
  }

  private static HttpResponse<String> sent(String path, String user, String type, byte[] body)
      throws IOException, InterruptedException {
    return HTTP.send(
        request(path, user)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** All operations that ask something and answer with JSON or a file, by their names. */
  private static Map<String, Question> questions() throws IOException, InterruptedException {
    HttpResponse<String> docs =
        HTTP.send(request("/v3/api-docs", "auditor").build(), HttpResponse.BodyHandlers.ofString());
    return new DocumentedApi(JSON.readTree(docs.body()))
        .operations().entrySet().stream()
            .filter(each -> each.getKey().startsWith("GET "))
            .map(each -> new Question(each.getKey().substring(4), each.getValue()))
            .collect(Collectors.toMap(Question::name, each -> each));
  }

  /** A query as it is documented. */
  private record Question(String path, JsonNode documented) {
    String name() {
      return documented.path("operationId").asString();
    }

    JsonNode example() {
      return documented
          .path("responses")
          .path("200")
          .path("content")
          .iterator()
          .next()
          .path("example");
    }

    /** The path that asks with the examples of these of its parameters. */
    String with(Predicate<String> parameters) {
      UriComponentsBuilder asked = UriComponentsBuilder.fromPath(path);
      Map<String, String> values = new HashMap<>();
      for (JsonNode each : documented.path("parameters")) {
        String name = each.path("name").asString();
        String in = each.path("in").asString();
        boolean narrows = in.equals("query") && each.has("example") && parameters.test(name);
        if (narrows || in.equals("path")) {
          values.put(name, each.path("example").asString());
        }
        if (narrows) {
          asked.queryParam(name, "{" + name + "}");
        }
      }
      return asked.encode().buildAndExpand(values).toUriString();
    }
  }

  /** The answer to the auditor, or to whoever keeps the accounts and the calendar. */
  private static HttpResponse<String> answer(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(request(path, "auditor").build(), HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() == 403
        ? HTTP.send(request(path, SamplePeople.ADMIN).build(), HttpResponse.BodyHandlers.ofString())
        : answer;
  }

  /**
   * Compares what an example shows with what is answered. A list shows some of what is in it, in
   * that order; an empty one shows that there is nothing.
   */
  private static List<String> differences(
      JsonNode shown, JsonNode answered, String at, Set<String> ofTheRun) {
    List<String> differences = new ArrayList<>();
    if (shown.isObject() && answered.isObject()) {
      if (!List.copyOf(shown.propertyNames()).equals(List.copyOf(answered.propertyNames()))) {
        differences.add(at + " has " + answered.propertyNames());
      }
      shown
          .propertyStream()
          .filter(each -> !ofTheRun.contains(each.getKey()))
          .forEach(each ->
              differences.addAll(
                  differences(
                      each.getValue(),
                      answered.path(each.getKey()),
                      at + "." + each.getKey(),
                      ofTheRun)));
    } else if (shown.isArray() && answered.isArray() && shown.isEmpty() == answered.isEmpty()) {
      int next = 0;
      for (JsonNode each : shown) {
        List<String> nearest = null;
        int from = next;
        while (next < answered.size() && (nearest == null || !nearest.isEmpty())) {
          List<String> found =
              differences(each, answered.path(next++), at + "[" + (next - 1) + "]", ofTheRun);
          nearest = nearest == null || found.isEmpty() ? found : nearest;
        }
        if (nearest == null || !nearest.isEmpty()) {
          differences.add(at + " has nothing like " + each + " from " + from + " on: " + nearest);
        }
      }
    } else if (!shown.equals(answered)) {
      differences.add(at + " is " + answered + " and not " + shown);
    }
    return differences;
  }

  private static void shows(
      SoftAssertions all, Question question, String path, Set<String> ofTheRun)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = answer(path);
    all.assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
    if (question.example().isString()) {
      all.assertThat(answer.body()).as(path).isEqualTo(question.example().asString());
    } else {
      all.assertThat(differences(question.example(), JSON.readTree(answer.body()), "", ofTheRun))
          .as(path)
          .isEmpty();
    }
  }

  @Test
  void everyQuestionAskedAsInItsExampleIsAnsweredAsInItsExample() throws Exception {
    SoftAssertions all = new SoftAssertions();
    for (Question each : questions().values()) {
      if (!LED_TO.contains(each.name()) && !each.name().equals("hearNews")) {
        // A recommendation's task has no item, which the others ask for.
        shows(all, each, each.with(name -> !name.equals("inspection")), OF_THE_RUN);
      }
    }
    all.assertAll();
  }

  @Test
  void theTasksOfTheInspectionInTheExampleAreThoseOfItsRecommendations() throws Exception {
    Question tasks = Objects.requireNonNull(questions().get("findTasks"));
    JsonNode found =
        JSON.readTree(answer(tasks.with(Set.of("at", "plan", "inspection")::contains)).body())
            .path("items");
    JsonNode inspection = Objects.requireNonNull(questions().get("getInspection")).example();
    assertThat(found.valueStream().map(each -> each.path("id")))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            inspection
                .path("recommendations")
                .valueStream()
                .map(each -> each.path("task"))
                .toList());
  }

  @Test
  void theNewsSinceTheExampleBeginAsInTheExample() throws Exception {
    Question news = Objects.requireNonNull(questions().get("hearNews"));
    String shown = news.example().asString();
    HttpResponse<Stream<String>> answer =
        HTTP.send(
            request(news.with(name -> true), "auditor").build(),
            HttpResponse.BodyHandlers.ofLines());
    try (Stream<String> lines = answer.body()) {
      assertThat(lines.limit(shown.lines().count()))
          .containsExactlyElementsOf(shown.lines().toList());
    }
  }

  /** After the commands, for it asks what has come of them. */
  @Test
  @Order(Integer.MAX_VALUE)
  void whatTheExamplesOfCommandsLeadToIsShownByTheExamplesOfQueries() throws Exception {
    for (String[] each :
        new String[][] {
          {"POST", "/api/accounts", "openAccount"},
          {"PUT", "/api/accounts/hoa", "changeAccount"},
          {"PUT", "/api/accounts/hoa/password", "setPassword"},
          {"POST", "/api/accounts/hoa/lock", ""},
          {"POST", "/api/accounts/hoa/unlock", ""},
        }) {
      byte[] body = {};
      if (!each[2].isEmpty()) {
        String file = "openapi/" + each[2] + ".request.json";
        try (var in = new ClassPathResource(file).getInputStream()) {
          body = in.readAllBytes();
        }
      }
      HttpRequest change =
          request(each[1], SamplePeople.ADMIN)
              .header("Content-Type", "application/json")
              .method(each[0], HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      HttpResponse<String> done = HTTP.send(change, HttpResponse.BodyHandlers.ofString());
      assertThat(done.statusCode()).as("%s: %s", each[1], done.body()).isBetween(200, 299);
    }
    Set<String> ofTheRun = new HashSet<>(OF_THE_RUN);
    ofTheRun.add("recordedAt");
    SoftAssertions all = new SoftAssertions();
    for (String name : LED_TO) {
      Question question = Objects.requireNonNull(questions().get(name), name);
      shows(all, question, question.with(each -> true), ofTheRun);
    }
    all.assertAll();
  }

  /** Who is told that something is still under way tries again, as the answer says. */
  private Tried triedUntilNothingIsUnderWay(String command) throws Exception {
    Tried tried = tried(command);
    for (int again = 0; again < 60 && tried.code().equals("CONFLICT"); again++) {
      Thread.sleep(Duration.ofSeconds(1));
      tried = tried(command);
    }
    return tried;
  }

  /** After the others, for it changes what they look at. */
  @Test
  @Order(Integer.MAX_VALUE - 1)
  void everyExampleOfACommandIsAcceptedOrRefusedForAStateThatIsNamedHere() throws Exception {
    Set<String> commands = context.getBean(CommandRegistry.class).all().keySet();
    assertThat(Stream.of(TRIED, BY_THE_SYSTEM).flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(commands);
    String file;
    try (var in = new ClassPathResource("openapi/keepAttachment.request.json").getInputStream()) {
      file = JSON.readTree(in).asString();
    }
    assertThat(
            sent(
                    "/api/attachments",
                    "CBA.VP",
                    "application/octet-stream",
                    file.getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(200);
    // Whom the examples place above the province has to sign in, too.
    context
        .getBean(Accounts.class)
        .create(new Accounts.New("CP", "Bà V.", Role.OFFICIAL, List.of("CP")), PASSWORD);
    SoftAssertions all = new SoftAssertions();
    Set<String> toCome = context.getBean(SampleLoader.class).toCome();
    assertThat(toCome).isNotEmpty();
    for (String command : TRIED) {
      Tried tried = triedUntilNothingIsUnderWay(command);
      // Whoever loads the sample on a later day finds what it is about as it is today.
      if (!GOES_ON.contains(command)) {
        all.assertThat(toCome).as("goes on later: " + command).doesNotContain(tried.subject());
      }
      if (REFUSED.contains(command)) {
        all.assertThat(tried.code()).as("%s: %s", command, tried).isIn("", "INVALID_STATE");
      } else {
        all.assertThat(tried.accepted()).as("%s: %s", command, tried).isTrue();
      }
    }
    for (String command : BY_THE_SYSTEM) {
      Tried tried = tried(command);
      all.assertThat(tried.code()).as("%s: %s", command, tried).isEqualTo("NOT_PERMITTED");
    }
    all.assertAll();
  }
}
