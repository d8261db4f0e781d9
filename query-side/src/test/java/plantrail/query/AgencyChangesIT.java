package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.agency.AgencyDissolved;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.agency.AgencyMoved;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.agency.AgencyRenamed;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.task.TaskAssigned;
import plantrail.platform.access.Accounts;
import tools.jackson.databind.JsonNode;

/** The reform of July 2025 decided in June, a name given in autumn and entered late. */
class AgencyChangesIT extends QuerySideTest {
  private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
  private static final String BASIS = "Nghị quyết 202/2025/QH15";
  private static final PlanIssued PLAN = Story.plan("73", "HGI", "HGI.SNV");
  private static final TaskAssigned TASK =
      Story.task(PLAN, "A1", "HGI.026", LocalDate.of(2025, 12, 1), DutyRole.EXECUTE);

  @BeforeAll
  void theReform() {
    Log log = log();
    log.append("2024-01-01T00:00:00Z", Story.agencies());
    log.append("2024-03-01T00:00:00Z", PLAN, TASK);
    AgencyRegistered joined =
        Story.agency("TQG", "UBND tỉnh Tuyên Quang", AgencyLevel.PROVINCE, null);
    log.append(
        "2025-06-12T03:00:00Z",
        new AgencyRegistered(
            joined.code(), joined.name(), joined.kind(), joined.level(), null, REFORM, null, "08"),
        new AgencyMerged("HGI", "TQG", REFORM, BASIS),
        new AgencyMerged("HGI.027", "TQG", REFORM, BASIS),
        new AgencyDissolved("HGI.026", "HGI.026.01", List.of(), REFORM, BASIS),
        new AgencyMoved("HGI.026.01", "TQG", REFORM, BASIS),
        new AgencyRenamed("HGI.STC", "Sở Tài chính mới", REFORM, BASIS));
    log.append(
        "2025-11-20T03:00:00Z",
        new AgencyRenamed("HGI.SNV", "Sở Nội vụ mới", LocalDate.of(2025, 10, 1), BASIS));
    clock.set(Instant.parse("2026-01-15T03:00:00Z"));
    accounts.create(
        new Accounts.New("TQG", "Bà TQG", Role.OFFICIAL, List.of(joined.code())), PASSWORD);
    settle();
  }

  private List<String> on(String at) {
    return get("auditor", "/api/agencies", "at", at, "sort", "code").items("code");
  }

  private String name(String code, String at) {
    return get("auditor", "/api/agencies/" + code, "at", at).json().path("name").asString();
  }

  @Test
  void aDayHasItsOwnAgenciesAlsoWhenTheReformWasDecidedBefore() {
    assertThat(on("2025-06-30")).contains("HGI", "HGI.026", "HGI.026.01").doesNotContain("TQG");
    assertThat(on("2025-07-01")).contains("TQG", "HGI.026.01").doesNotContain("HGI", "HGI.026");
    assertThat(get("auditor", "/api/agencies", "at", "2025-07-01", "ended", "true").items("code"))
        .contains("TQG", "HGI", "HGI.026");
  }

  @Test
  void namesAndSuperiorsAreThoseOfTheDay() {
    assertThat(name("HGI.STC", "2025-06-30")).isEqualTo("Sở Tài chính");
    assertThat(name("HGI.STC", "2025-07-01")).isEqualTo("Sở Tài chính mới");
    assertThat(
            get("auditor", "/api/agencies/HGI.026.01", "at", "2025-06-30")
                .json()
                .path("superiorName")
                .asString())
        .isEqualTo("UBND huyện Đồng Văn");
    assertThat(
            get("auditor", "/api/agencies/HGI.026.01", "at", "2025-07-01")
                .json()
                .path("superior")
                .asString())
        .isEqualTo("TQG");
  }

  @Test
  void whoTakesOverReadsWhatWasThePredecessorsFromThatDayOnAndNotSinceItWasDecided() {
    assertThat(get("TQG", "/api/tasks", "at", "2025-06-30").items("agency")).isEmpty();
    assertThat(get("TQG", "/api/tasks", "at", "2025-07-01").items("agency")).isNotEmpty();
  }

  @Test
  void whatWasEnteredLateWasNotKnownBefore() {
    assertThat(name("HGI.SNV", "2025-11-19")).isEqualTo("Sở Nội vụ");
    assertThat(name("HGI.SNV", "2025-11-20")).isEqualTo("Sở Nội vụ mới");
  }

  @Test
  void anAgencyTellsWhoTookOverAndFromWhom() {
    var ended = get("auditor", "/api/agencies/HGI.026").json();
    assertThat(ended.path("validTo").asString()).isEqualTo("2025-06-30");
    assertThat(ended.path("state").asString()).isEqualTo("DISSOLVED");
    assertThat(ended.path("successors").toString()).isEqualTo("[\"HGI.026.01\"]");
    assertThat(ended.path("basis").asString()).isEqualTo(BASIS);
    assertThat(get("auditor", "/api/agencies/TQG").json().path("predecessors").toString())
        .isEqualTo("[\"HGI\",\"HGI.027\"]");
    assertThat(page("auditor", "vi", "/agencies/TQG").body())
        .containsPattern("UBND tỉnh Hà Giang</a>; <a [^>]*>UBND huyện [^<]*</a></div>");
  }

  @Test
  void thoseBelowAreThoseOfTheDayAndOfAnEndedOneThoseOfItsLast() {
    assertThat(subordinates("TQG")).containsExactly("HGI.026.01", "HGI.SNV", "HGI.STC");
    assertThat(subordinates("HGI")).containsExactly("HGI.026", "HGI.027", "HGI.SNV", "HGI.STC");
  }

  private List<String> codes(String path, String field, String... query) {
    return get("auditor", path, query).items(field).stream().distinct().sorted().toList();
  }

  @Test
  void whoWasNotMovedStandsUnderTheSuccessorAndTheDayBeforeWhereItStood() {
    assertThat(codes("/api/agencies", "code", "under", "TQG"))
        .containsExactly("HGI.026.01", "HGI.SNV", "HGI.STC", "TQG");
    assertThat(codes("/api/agencies", "code", "superior", "TQG"))
        .containsExactly("HGI.026.01", "HGI.SNV", "HGI.STC");
    assertThat(codes("/api/agencies", "code", "under", "TQG", "at", "2025-06-30")).isEmpty();
    assertThat(codes("/api/agencies", "code", "under", "HGI", "at", "2025-06-30"))
        .containsExactly("HGI", "HGI.026", "HGI.026.01", "HGI.027", "HGI.SNV", "HGI.STC");
    var now = get("auditor", "/api/agencies/HGI.STC").json();
    assertThat(now.path("superior").asString()).isEqualTo("TQG");
    assertThat(now.path("superiorName").asString()).isEqualTo("UBND tỉnh Tuyên Quang");
    var before = get("auditor", "/api/agencies/HGI.STC", "at", "2025-06-30").json();
    assertThat(before.path("superior").asString()).isEqualTo("HGI");
    assertThat(get("auditor", "/api/agencies/HGI.026").json().path("superior").asString())
        .isEqualTo("HGI");
  }

  @Test
  void dutiesBelowAreThoseOfTheDay() {
    assertThat(codes("/api/tasks", "agency", "agency", "TQG", "below", "true"))
        .containsExactly("HGI.026");
    assertThat(codes("/api/tasks", "agency", "agency", "TQG", "below", "true", "at", "2025-06-30"))
        .isEmpty();
    assertThat(codes("/api/tasks", "agency", "agency", "HGI", "below", "true", "at", "2025-06-30"))
        .containsExactly("HGI.026");
  }

  private List<String> subordinates(String code) {
    return get("auditor", "/api/agencies/" + code)
        .json()
        .path("subordinates")
        .valueStream()
        .map(each -> each.path("code").asString())
        .toList();
  }

  @Test
  void boardsShowTheNameOfTheDayAndHistoryStaysWhereItWas() {
    var task = get("auditor", "/api/tasks", "at", "2025-06-30").json().path("items").path(0);
    assertThat(task.path("agencyName").asString()).isEqualTo("UBND huyện Đồng Văn");
    assertThat(get("auditor", "/api/tasks").items("agency")).containsExactly("HGI.026");
  }

  private List<String> pagesOf(String user) {
    return Stream.of("/work", "/tasks/" + TASK.taskId(), "/plans/" + PLAN.planId())
        .flatMap(path -> Stream.of("vi", "en").map(lang -> page(user, lang, path).body()))
        .toList();
  }

  private static boolean tellsOfAnEnd(String page) {
    return page.contains("hoạt động đến hết ngày") || page.contains("ended on");
  }

  private JsonNode steps(String user) {
    return get(user, "/api/tasks/" + TASK.taskId()).json().path("steps");
  }

  @Test
  void whoseAgencyHasEndedIsToldSoAndReadsOnAndIsOfferedNoSteps() {
    assertThat(steps("HGI.026")).isEmpty();
    assertThat(pagesOf("HGI.026")).noneMatch(each -> each.contains("data-step="));
    assertThat(page("HGI.026", "vi", "/work").body())
        .contains(TASK.title())
        .contains(
            "Đơn vị UBND huyện Đồng Văn hoạt động đến hết ngày 30/06/2025;"
                + " đơn vị kế thừa: UBND xã Lũng Cú.");
    assertThat(page("HGI.026", "en", "/work").body())
        .contains(
            "The agency UBND huyện Đồng Văn ended on 30/06/2025; its successor: UBND xã Lũng Cú.");
  }

  @Test
  void whoseAgencyIsThereIsToldNothingAndOfferedSteps() {
    assertThat(steps("HGI.SNV")).isNotEmpty();
    assertThat(pagesOf("HGI.SNV"))
        .noneMatch(AgencyChangesIT::tellsOfAnEnd)
        .anyMatch(each -> each.contains("data-step="));
  }

  @Test
  void onItsLastDayAnAgencyActsAndOnTheNextItDoesNot() {
    Instant now = clock.instant();
    try {
      clock.set(Instant.parse("2025-06-30T05:00:00Z"));
      assertThat(steps("HGI.026")).isNotEmpty();
      assertThat(pagesOf("HGI.026")).noneMatch(AgencyChangesIT::tellsOfAnEnd);
      clock.set(Instant.parse("2025-06-30T17:00:00Z"));
      assertThat(steps("HGI.026")).isEmpty();
    } finally {
      clock.set(now);
    }
  }

  @Test
  void whoeverTookOverSeesWhatWasLeftBehind() {
    assertThat(get("HGI.026.01", "/api/tasks").items("agency")).containsExactly("HGI.026");
    assertThat(get("HGI.026.01", "/api/tasks", "at", "2025-06-11").items("agency")).isEmpty();
    assertThat(get("CBA", "/api/tasks").items("agency")).isEmpty();
  }

  @Test
  void whoeverTookOverFromTheAssignerIsOfferedItsStepsAndNobodyElse() {
    assertThat(steps("TQG").valueStream().map(JsonNode::asString))
        .contains("urge-task", "reassign-task");
    assertThat(get("HGI.026.01", "/api/tasks/" + TASK.taskId()).status()).isEqualTo(200);
    assertThat(steps("HGI.026.01")).isEmpty();
  }

  @Test
  void aSearchFindsTheNameOfTheDay() {
    assertThat(get("auditor", "/api/agencies", "q", "tai chinh moi").items("code"))
        .containsExactly("HGI.STC");
    assertThat(
            get("auditor", "/api/agencies", "q", "tai chinh moi", "at", "2025-06-30").items("code"))
        .isEmpty();
  }
}
