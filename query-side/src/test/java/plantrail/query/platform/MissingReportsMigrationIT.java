package plantrail.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of consolidations that were written when only the missing agencies were known. */
class MissingReportsMigrationIT {
  private static final String ROW =
      """
      insert into view.%s (id, plan, document, rule, title, period, channel, addressees, form,
        came_in, missing, computed, figures, state, prepared_on, from_position%s)
      values ('c', 'p', '73/KH-UBND', 'R1', 'Báo cáo quý', '2024-Q2', 'HGI.SNV', '[]', '[]',
        '[]', cast(? as jsonb), '[]', '[]', 'PREPARED', date '2024-06-17', %s)
      """;

  private final MigratedView view = new MigratedView();
  private final JdbcClient jdbc = view.jdbc();

  @Test
  void eachAgencyBecomesAReportThatIsNotKnownAndNoneStaysNone() {
    view.migrate("30");
    jdbc.sql(ROW.formatted("consolidation", "", "2")).param("[\"HGI.STC\", \"HGI.026\"]").update();
    jdbc.sql(ROW.formatted("consolidation_history", ", upto_position", "1, 2"))
        .param("[]")
        .update();
    view.migrate("latest");
    assertThat(
            jdbc.sql("select missing::text from view.consolidation_version order by from_position")
                .query(String.class)
                .list())
        .containsExactly(
            "[]",
            """
            [{"agency": "HGI.STC", "formerly": null, "reportId": null}, \
            {"agency": "HGI.026", "formerly": null, "reportId": null}]\
            """);
  }
}
