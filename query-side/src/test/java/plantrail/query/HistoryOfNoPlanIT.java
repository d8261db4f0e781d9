package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.kernel.agency.AgencyRenamed;
import plantrail.kernel.calendar.CalendarId;
import plantrail.kernel.calendar.DayOverridden;
import plantrail.kernel.mandate.MandateGranted;
import plantrail.kernel.mandate.MandateId;
import plantrail.kernel.mandate.MandateRevoked;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.plan.PlanIssued;
import plantrail.platform.access.Accounts;
import plantrail.platform.access.Mandates;

/** Who reads the history of what belongs to no plan in force: mandates, drafts, the registry. */
class HistoryOfNoPlanIT extends QuerySideTest {
  private static final String DEPUTY = "HGI.027";
  private static final List<String> ALL =
      List.of(
          "HGI", "HGI.SNV", "HGI.STC", "HGI.026", DEPUTY, "HGI.026.01", "CBA", "auditor", "admin");

  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final MandateGranted general = mandate("HGI.026", DEPUTY, null);
  private final MandateGranted limited = mandate("HGI.STC", DEPUTY, plan.planId());
  private final MandateGranted another = mandate("HGI.STC", "CBA", null);
  private final PlanDrafted draft = Story.drafted("k", Story.draft("HGI", "HGI.SNV"));
  private final String calendar = CalendarId.of(2024).value();
  private long beforeMandates;
  private long beforeDraft;

  @Autowired private Mandates mandates;

  private static MandateGranted mandate(String agency, String person, @Nullable String planId) {
    LocalDate from = LocalDate.of(2024, 5, 1);
    return new MandateGranted(
        MandateId.of(agency, person, planId, from).value(),
        agency,
        person,
        "Bà " + person,
        planId,
        from,
        LocalDate.of(2025, 5, 1),
        "Giấy ủy quyền 12");
  }

  @BeforeAll
  void story() {
    accounts.create(new Accounts.New("admin", "Quản trị", Role.ADMIN, List.of()), PASSWORD);
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append("2024-02-28T02:00:00Z", plan);
    beforeMandates = settle();
    Instant granted = Instant.parse("2024-05-01T02:00:00Z");
    log.append(granted, official("HGI.026"), null, general);
    log.append(granted, official("HGI.STC"), null, limited);
    // Whoever sits at the department of home affairs now granted it while at that of finance.
    log.append(
        granted, new Actor("HGI.SNV", "Bà HGI.SNV", "HGI.STC", Role.OFFICIAL), null, another);
    log.append(
        Instant.parse("2024-06-01T02:00:00Z"),
        official("HGI.026"),
        null,
        new MandateRevoked(general.mandateId(), "Đã đủ người"));
    log.append(
        "2024-06-02T02:00:00Z",
        new AgencyRenamed("CBA", "UBND tỉnh Cao Bằng", LocalDate.of(2024, 6, 2), "NQ 2"),
        new DayOverridden(calendar, LocalDate.of(2024, 6, 8), true, "TB 3", false));
    beforeDraft = settle();
    log.append(Instant.parse("2024-06-03T02:00:00Z"), official("HGI"), null, draft);
    settle();
    mandates.grant(limited, "Bà HGI.STC");
    mandates.grant(another, "Bà HGI.SNV");
  }

  private void isReadBy(String subject, String day, int entries, List<String> readers) {
    for (String user : ALL) {
      String as = user + " on " + day;
      assertThat(
              get(user, "/api/history", "at", day, "subject", subject).json().path("total").asInt())
          .as(as)
          .isEqualTo(readers.contains(user) ? entries : 0);
      assertThat(get(user, "/api/history", "at", day, "size", "100").items("subject"))
          .as(as)
          .satisfies(
              found -> assertThat(found.contains(subject)).isEqualTo(readers.contains(user)));
    }
  }

  @Test
  void aMandateIsReadByWhoseItIsByTheDeputyAndByThoseWhoReadAll() {
    isReadBy(general.mandateId(), "2024-05-31", 1, List.of("HGI.026", DEPUTY, "auditor", "admin"));
    isReadBy(general.mandateId(), "2024-12-31", 2, List.of("HGI.026", DEPUTY, "auditor", "admin"));
  }

  @Test
  void aMandateForOnePlanIsReadByNobodyElseWhoOverseesThatPlan() {
    isReadBy(limited.mandateId(), "2024-12-31", 1, List.of("HGI.STC", DEPUTY, "auditor", "admin"));
    assertThat(get("HGI.SNV", "/api/history", "plan", plan.planId()).items("name"))
        .containsExactly("plan-issued");
  }

  @Test
  void whoeverGrantedAMandateGoesOnReadingWhatTheyDid() {
    isReadBy(
        another.mandateId(),
        "2024-12-31",
        1,
        List.of("HGI.STC", "HGI.SNV", "CBA", "auditor", "admin"));
  }

  @Test
  void aDeputyReadsNoMandateBeyondTheirPlan() {
    Map<String, String> by = Map.of("On-Behalf-Of", "HGI.STC", "Mandate", limited.mandateId());
    assertThat(send(DEPUTY, by, "/api/history", "size", "100").items("subject"))
        .contains(limited.mandateId())
        .doesNotContain(another.mandateId(), general.mandateId());
  }

  @Test
  void newsAndThePageTellOfAMandateNobodyElse() {
    String[] since = {"since", Long.toString(beforeMandates)};
    assertThat(hear("CBA", null, 2, since))
        .satisfiesExactly(
            line -> assertThat(line).contains(another.mandateId()),
            line -> assertThat(line).contains("agency-renamed"));
    assertThat(hear("HGI.026", null, 1, since))
        .singleElement()
        .asString()
        .contains(general.mandateId());
    for (String user : List.of("HGI", "HGI.026.01")) {
      assertThat(hear(user, null, 1, since)).singleElement().asString().contains("agency-renamed");
      assertThat(page(user, "vi", "/history").body()).doesNotContain("Đã đủ người");
    }
    assertThat(page("HGI.026", "vi", "/history").body()).contains("Đã đủ người");
  }

  @Test
  void theRegistryAndTheCalendarAreReadByAll() {
    isReadBy("CBA", "2024-12-31", 2, ALL);
    isReadBy(calendar, "2024-12-31", 1, ALL);
  }

  @Test
  void aDraftsHistoryIsReadByWhoeverReadsTheDraft() {
    List<String> readers = List.of("HGI", "HGI.SNV", "auditor", "admin");
    for (String user : ALL) {
      assertThat(get(user, "/api/drafts/" + draft.draftId()).status())
          .as(user)
          .isEqualTo(readers.contains(user) ? 200 : 404);
    }
    isReadBy(draft.draftId(), "2024-12-31", 1, readers);
    assertThat(hear("HGI.SNV", Long.toString(beforeDraft), 1))
        .singleElement()
        .asString()
        .contains(draft.draftId());
  }
}
