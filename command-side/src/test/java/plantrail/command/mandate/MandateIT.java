package plantrail.command.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.calendar.LocalTime;

/** A person acts for an agency that is not their own, as far and as long as they were let. */
class MandateIT extends CommandSideTest {
  private static final LocalDate TODAY = LocalDate.now(LocalTime.ZONE);
  private static int serial = 700;

  @Autowired private EventProcessingConfiguration processing;

  private String plan() {
    return id(
        give(
            "issue-plan",
            "HGI",
            Map.of(
                "kind",
                "KH",
                "number",
                Integer.toString(++serial),
                "symbol",
                "KH-UBND",
                "issueDate",
                "2024-02-28",
                "issuer",
                "HGI",
                "title",
                "Kế hoạch " + serial,
                "reportingRules",
                ON_DEMAND,
                Occurrence.REASON,
                Given.LATE)));
  }

  private String task(String plan) {
    return task(plan, TODAY);
  }

  private String task(String plan, LocalDate since) {
    return id(
        give(
            "assign-task",
            "HGI",
            Map.of(
                "planId",
                plan,
                "duty",
                "X" + ++serial,
                "title",
                "Khảo sát",
                "agency",
                "HGI.024",
                "roles",
                List.of("EXECUTE"),
                "happenedOn",
                since.toString())));
  }

  private static String id(Answer answer) {
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    return answer.json().path("id").asString();
  }

  private static Map<String, Object> mandate(
      @Nullable String plan, LocalDate validFrom, LocalDate validTo) {
    Map<String, Object> mandate = new HashMap<>();
    mandate.put("agency", "HGI.024");
    mandate.put("person", "HGI.SNV");
    mandate.put("planId", plan);
    mandate.put("validFrom", validFrom.toString());
    mandate.put("validTo", validTo.toString());
    mandate.put("basis", "Giấy ủy quyền 12/GUQ-UBND");
    return mandate;
  }

  private Answer acceptAsDeputy(String task) {
    return give("accept-task", "HGI.SNV", Map.of("taskId", task), "On-Behalf-Of", "HGI.024");
  }

  private boolean counts(String mandate) {
    return send("GET", "/api/me", "HGI.SNV", null)
        .json()
        .path("mandates")
        .valueStream()
        .anyMatch(each -> each.path("id").asString().equals(mandate));
  }

  @Test
  void whoHasNoMandateActsForNobodyElse() {
    Answer refused =
        give("accept-task", "HGI.026", Map.of("taskId", task(plan())), "On-Behalf-Of", "HGI.024");
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void aDeputyActsWithinThePlanOfTheMandateAndBothNamesAreOnRecord() {
    String plan = plan();
    String mandate = id(give("grant-mandate", "HGI.024", mandate(plan, TODAY.minusDays(1), TODAY)));
    assertThat(counts(mandate)).isTrue();

    String inside = task(plan);
    id(acceptAsDeputy(inside));
    assertThat(
            jdbc.sql(
                    "select metadata->>'actor' || ' ' || (metadata->>'agency') || ' '"
                        + " || (metadata->>'mandatorName') || ' ' || (metadata->>'mandate')"
                        + " from store.event where aggregate_id = ? and name = 'task-accepted'")
                .param(inside)
                .query(String.class)
                .single())
        .isEqualTo("HGI.SNV HGI.024 Bà HGI.024 " + mandate);
    id(
        give(
            "submit-task-result",
            "HGI.SNV",
            Map.of("taskId", inside, "result", "Xong"),
            "On-Behalf-Of",
            "HGI.024"));

    Answer outside = acceptAsDeputy(task(plan()));
    assertThat(outside.status()).isEqualTo(403);
    assertThat(outside.code()).isEqualTo("NOT_PERMITTED");
    assertThat(outside.json().path("detail").asString()).contains("kế hoạch khác");

    id(give("revoke-mandate", "HGI.024", Map.of("mandateId", mandate, "reason", "Thôi")));
    assertThat(counts(mandate)).isFalse();
    assertThat(acceptAsDeputy(task(plan)).status()).isEqualTo(403);
  }

  @Test
  void aMandateCountsFromItsGrantToItsRevocationWhoeverReadsTheLogLate() {
    StreamingEventProcessor register =
        processing
            .eventProcessor(MandateRegister.GROUP, StreamingEventProcessor.class)
            .orElseThrow();
    register.shutDown();
    try {
      String plan = plan();
      String mandate = id(give("grant-mandate", "HGI.024", mandate(plan, TODAY, TODAY)));
      id(acceptAsDeputy(task(plan)));
      id(give("revoke-mandate", "HGI.024", Map.of("mandateId", mandate, "reason", "Thôi")));
      assertThat(acceptAsDeputy(task(plan)).status()).isEqualTo(403);
    } finally {
      register.start();
    }
  }

  @Test
  void aMandateCountsOnItsDaysOnly() {
    id(give("grant-mandate", "HGI.024", mandate(null, TODAY.plusDays(1), TODAY.plusDays(30))));
    assertThat(acceptAsDeputy(task(plan())).status()).isEqualTo(403);
  }

  @Test
  void aDeputyRecordsNothingThatHappenedBeforeTheMandate() {
    String plan = plan();
    String task = task(plan, TODAY.minusDays(3));
    String mandate = id(give("grant-mandate", "HGI.024", mandate(plan, TODAY.minusDays(1), TODAY)));
    Answer refused =
        give(
            "accept-task",
            "HGI.SNV",
            Map.of("taskId", task, "happenedOn", TODAY.minusDays(2).toString()),
            "On-Behalf-Of",
            "HGI.024");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("detail").asString()).contains("chỉ có hiệu lực từ ngày");
    id(
        give(
            "accept-task",
            "HGI.SNV",
            Map.of("taskId", task, "happenedOn", TODAY.minusDays(1).toString()),
            "On-Behalf-Of",
            "HGI.024"));
    id(give("revoke-mandate", "HGI.024", Map.of("mandateId", mandate, "reason", "Thôi")));
  }

  @Test
  void onlyTheAgencyItselfOrTheAdministratorGivesAMandateAndNobodyPassesItOn() {
    Map<String, Object> mandate = mandate(null, TODAY, TODAY);
    assertThat(give("grant-mandate", "HGI.SNV", mandate).status()).isEqualTo(403);
    String id = id(give("grant-mandate", "admin", mandate));
    assertThat(counts(id)).isTrue();
    mandate.put("person", "HGI.026");
    assertThat(give("grant-mandate", "HGI.SNV", mandate, "On-Behalf-Of", "HGI.024").status())
        .isEqualTo(403);
    id(give("revoke-mandate", "admin", Map.of("mandateId", id, "reason", "Hết việc")));
  }

  @Test
  void aMandateNamesAPersonWhoExistsAndDaysThatFollowEachOther() {
    Map<String, Object> mandate = mandate(null, TODAY, TODAY.minusDays(1));
    mandate.put("person", "nobody");
    Answer refused = give("grant-mandate", "HGI.024", mandate);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.faultyFields()).containsExactlyInAnyOrder("person", "validTo");
  }

  @Test
  void whoOnlyReadsOrRunsTheSystemGetsNoMandate() {
    for (String person : List.of("auditor", "admin")) {
      Map<String, Object> mandate = mandate(null, TODAY, TODAY.plusDays(1));
      mandate.put("person", person);
      Answer refused = give("grant-mandate", "HGI.024", mandate);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.faultyFields()).containsExactly("person");
    }
  }
}
