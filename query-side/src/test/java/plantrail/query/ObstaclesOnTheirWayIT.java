package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.message.Role;
import plantrail.kernel.obstacle.ObstacleAnswered;
import plantrail.kernel.obstacle.ObstacleClosed;
import plantrail.kernel.obstacle.ObstaclePassedOn;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.obstacle.ObstacleTransferred;
import plantrail.kernel.plan.PlanIssued;
import plantrail.platform.access.Accounts;
import tools.jackson.databind.JsonNode;

/** Who reads what hinders a commune: those on its way, from the moment when it comes to them. */
class ObstaclesOnTheirWayIT extends QuerySideTest {
  private static final String COMMUNE = "HGI.026.01";
  private static final String DISTRICT = "HGI.026";
  private static final String FOCAL = "HGI.SNV";
  private static final String ISSUER = "HGI";
  private static final String HEIR = "HGI.027";
  private static final List<String> ALL =
      List.of(
          COMMUNE, DISTRICT, FOCAL, ISSUER, HEIR, "HGI.STC", "CBA", "auditor", "admin", "operator");

  private final PlanIssued plan = Story.plan("73", ISSUER, FOCAL);
  private final ObstacleRaised raised = Story.obstacle(plan, COMMUNE, "Thiếu người");
  private final String id = raised.obstacleId();
  private final ObstacleRaised closed = Story.obstacle(plan, DISTRICT, "Thiếu phòng");

  @BeforeAll
  void story() {
    accounts.create(new Accounts.New("admin", "Quản trị", Role.ADMIN, List.of()), PASSWORD);
    accounts.create(new Accounts.New("operator", "Vận hành", Role.OPERATOR, List.of()), PASSWORD);
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append("2024-02-28T02:00:00Z", plan);
    log.append(
        Instant.parse("2024-05-05T02:00:00Z"),
        official(DISTRICT),
        null,
        closed,
        new ObstacleAnswered(closed.obstacleId(), FOCAL, "Mượn tạm"),
        new ObstacleClosed(closed.obstacleId(), null));
    log.append(Instant.parse("2024-05-06T02:00:00Z"), official(COMMUNE), null, raised);
    log.append(
        Instant.parse("2024-05-20T02:00:00Z"),
        official(FOCAL),
        null,
        new ObstaclePassedOn(id, FOCAL, ISSUER, null));
    log.append(
        "2024-06-01T02:00:00Z",
        new AgencyMerged(COMMUNE, HEIR, LocalDate.of(2024, 6, 1), "NQ 1"),
        new AgencyMerged(DISTRICT, HEIR, LocalDate.of(2024, 6, 1), "NQ 1"));
    log.follow(
        Instant.parse("2024-06-01T03:00:00Z"),
        COMMUNE,
        new ObstacleTransferred(id, COMMUNE, HEIR, "sáp nhập", "NQ 1"));
    settle();
  }

  private void isReadBy(String obstacle, String day, List<String> readers) {
    for (String user : ALL) {
      boolean reads = readers.contains(user);
      String as = user + " on " + day;
      assertThat(get(user, "/api/obstacles/" + obstacle, "at", day).status())
          .as(as)
          .isEqualTo(reads ? 200 : 404);
      for (String word : List.of("", "thieu")) {
        assertThat(get(user, "/api/obstacles", "at", day, "q", word).items("id").contains(obstacle))
            .as(as)
            .isEqualTo(reads);
      }
      assertThat(get(user, "/api/history", "at", day, "plan", plan.planId()).items("subject"))
          .as(as)
          .satisfies(found -> assertThat(found.contains(obstacle)).isEqualTo(reads));
      assertThat(
              get(user, "/api/history", "at", day, "subject", obstacle).json().path("total").asInt()
                  > 0)
          .as(as)
          .isEqualTo(reads);
    }
  }

  @Test
  void whatIsRaisedIsReadByTheRaiserAndTheFocalAgencyNeitherByThoseAboveNorByTheIssuer() {
    isReadBy(id, "2024-05-06", List.of(COMMUNE, FOCAL, "auditor"));
  }

  @Test
  void theIssuerReadsItOnceItHasComeThereAndWhoeverPassedItOnGoesOnReading() {
    isReadBy(id, "2024-05-20", List.of(COMMUNE, FOCAL, ISSUER, "auditor"));
  }

  @Test
  void whoeverTookOverReadsWhatIsOpenAndWhatWasClosedBefore() {
    assertThat(get(HEIR, "/api/obstacles").items("id"))
        .containsExactlyInAnyOrder(id, closed.obstacleId());
    isReadBy(id, "2024-06-02", List.of(COMMUNE, HEIR, FOCAL, ISSUER, "auditor"));
    assertThat(get(COMMUNE, "/api/obstacles/" + id).json().path("path").valueStream())
        .extracting(JsonNode::asString)
        .containsExactly(COMMUNE, FOCAL, ISSUER);
    isReadBy(closed.obstacleId(), "2024-05-31", List.of(DISTRICT, FOCAL, "auditor"));
    isReadBy(closed.obstacleId(), "2024-06-02", List.of(DISTRICT, HEIR, FOCAL, "auditor"));
  }

  @Test
  void pagesShowItToNobodyElse() {
    for (String path : List.of("/obstacles", "/plans/" + plan.planId() + "?tab=obstacles")) {
      assertThat(page(FOCAL, "vi", path).body()).contains("Thiếu phòng");
      for (String user : List.of(ISSUER, "admin", "operator")) {
        assertThat(page(user, "vi", path).body()).as(user + path).doesNotContain("Thiếu phòng");
      }
    }
    for (String user : List.of(ISSUER, "admin", "operator")) {
      assertThat(page(user, "vi", "/history", "plan", plan.planId()).body())
          .as(user)
          .contains("73/KH-UBND")
          .doesNotContain("Thiếu phòng", "Mượn tạm");
    }
  }

  @Test
  void newsOfItComeToNobodyElse() {
    String before =
        String.valueOf(
            get("auditor", "/api/history", "subject", closed.obstacleId(), "sort", "position")
                    .json()
                    .path("items")
                    .path(0)
                    .path("position")
                    .asLong()
                - 1);
    assertThat(hear(FOCAL, before, 1)).singleElement().asString().contains(closed.obstacleId());
    for (String user : List.of(ISSUER, "admin")) {
      assertThat(hear(user, before, 2))
          .as(user)
          .noneSatisfy(line -> assertThat(line).contains(closed.obstacleId()));
    }
  }
}
