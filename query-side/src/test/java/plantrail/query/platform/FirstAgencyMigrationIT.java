package plantrail.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of tasks that were written when it was not kept who was first charged with them. */
class FirstAgencyMigrationIT {
  private static final String ROW =
      """
      insert into view.%s (id, plan, document, duty, title, agency, roles, request, assigner,
        progress, percent, open, original_request, from_position%s)
      values ('t', 'p', '73/KH-UBND', 'A1', 'Rà soát', ?, '[]', false, 'HGI',
        'ASSIGNED', 0, true, false, %s)
      """;

  private final MigratedView view = new MigratedView();
  private final JdbcClient jdbc = view.jdbc();

  private void closed(String agency, int from) {
    jdbc.sql(ROW.formatted("task_history", ", upto_position", from + ", " + (from + 1)))
        .param(agency)
        .update();
  }

  private void transferred(int position, String predecessor, String successor) {
    jdbc.sql(
            """
            insert into view.history_entry (position, subject, sequence, name, revision,
              recorded_at, sample, payload)
            values (:at, 't', :at, 'task-transferred', '1', now(), false,
              json_build_object('predecessor', :predecessor, 'successor', :successor))
            """)
        .param("at", position)
        .param("predecessor", predecessor)
        .param("successor", successor)
        .update();
  }

  @Test
  void itIsWhomeverItWasFirstChargedWithOrTookOverFromThatAndNotWhomItWasReassignedTo() {
    view.migrate("33");
    closed("A", 1);
    closed("B", 2);
    closed("C", 3);
    transferred(3, "B", "C");
    closed("C", 4);
    transferred(4, "A", "D");
    jdbc.sql(ROW.formatted("task", "", "5")).param("C").update();
    transferred(5, "D", "C");
    view.migrate("latest");
    assertThat(
            jdbc.sql("select original_agency from view.task_version order by from_position")
                .query(String.class)
                .list())
        .containsExactly("A", "A", "A", "D", "C");
  }
}
