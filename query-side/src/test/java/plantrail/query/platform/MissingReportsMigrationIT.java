package plantrail.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import plantrail.testing.TestDatabase;

/** Rows of consolidations that were written when only the missing agencies were known. */
class MissingReportsMigrationIT {
  private static final String ROW =
      """
      insert into view.%s (id, plan, document, rule, title, period, channel, addressees, form,
        came_in, missing, computed, figures, state, prepared_on, from_position%s)
      values ('c', 'p', '73/KH-UBND', 'R1', 'Báo cáo quý', '2024-Q2', 'HGI.SNV', '[]', '[]',
        '[]', cast(? as jsonb), '[]', '[]', 'PREPARED', date '2024-06-17', %s)
      """;

  private final DriverManagerDataSource dataSource =
      new DriverManagerDataSource(TestDatabase.fresh());
  private final JdbcClient jdbc = JdbcClient.create(dataSource);

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas("view")
        .locations("classpath:db/view")
        .target(target)
        .load()
        .migrate();
  }

  @Test
  void eachAgencyBecomesAReportThatIsNotKnownAndNoneStaysNone() {
    migrate("30");
    jdbc.sql(ROW.formatted("consolidation", "", "2")).param("[\"HGI.STC\", \"HGI.026\"]").update();
    jdbc.sql(ROW.formatted("consolidation_history", ", upto_position", "1, 2"))
        .param("[]")
        .update();
    migrate("latest");
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
