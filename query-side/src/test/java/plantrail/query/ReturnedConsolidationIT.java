package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.consolidation.ConsolidationCorrected;
import plantrail.kernel.consolidation.ConsolidationForwarded;
import plantrail.kernel.consolidation.ConsolidationReturned;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportOpened;

/** A consolidation that an addressee gives back: one that sees nothing of the plan besides. */
class ReturnedConsolidationIT extends QuerySideTest {
  private static final String ADDRESSEE = "CBA";

  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final ReportOpened cameIn =
      Story.report(
          plan, new Period(Frequency.QUARTER, 2024, 2), "HGI.026", LocalDate.of(2024, 6, 14));
  private final ReportsConsolidated consolidation = consolidation();

  private ReportsConsolidated consolidation() {
    ReportsConsolidated made = Story.consolidation(plan, cameIn, "HGI.027");
    return new ReportsConsolidated(
        made.consolidationId(),
        made.planId(),
        made.document(),
        made.rule(),
        made.title(),
        made.period(),
        made.channel(),
        List.of(ADDRESSEE),
        made.issuer(),
        made.focal(),
        made.form(),
        made.gathered(),
        made.content(),
        made.happenedOn());
  }

  private ConsolidationForwarded forwarded(int day) {
    return new ConsolidationForwarded(
        consolidation.consolidationId(), List.of(ADDRESSEE), null, LocalDate.of(2024, 6, day));
  }

  @BeforeAll
  void story() {
    String id = consolidation.consolidationId();
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append("2024-02-28T02:00:00Z", plan, cameIn);
    log.append("2024-06-17T02:00:00Z", consolidation);
    log.append("2024-06-18T02:00:00Z", forwarded(18));
    log.append("2024-06-19T02:00:00Z", new ConsolidationReturned(id, ADDRESSEE, "Thiếu"));
    log.append(
        "2024-06-20T02:00:00Z",
        new ConsolidationCorrected(
            id,
            List.of(new Figure(cameIn.form().getFirst().id(), "1180")),
            null,
            "Trùng",
            List.of()));
    log.append("2024-06-21T02:00:00Z", forwarded(21));
    settle();
  }

  @Test
  void whatIsPreparedAfterAReturnIsItsMakersAloneUntilItIsSentAgain() {
    String path = "/api/consolidations/" + consolidation.consolidationId();
    Map.of(
            "2024-06-17", 404,
            "2024-06-18", 200,
            "2024-06-19", 200,
            "2024-06-20", 404,
            "2024-06-21", 200)
        .forEach((day, status) -> {
          assertThat(get(ADDRESSEE, path, "at", day).status()).as(day).isEqualTo(status);
          assertThat(get(ADDRESSEE, "/api/consolidations", "at", day).json().path("total").asInt())
              .as(day)
              .isEqualTo(status == 200 ? 1 : 0);
          assertThat(get("HGI.SNV", path, "at", day).status()).as(day).isEqualTo(200);
        });
  }
}
