package plantrail.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves that were written when what follows from a dated decision had the day of its entry. */
class DayOfMoveMigrationIT {
  private static final String ENTERED = "2024-10-03";

  private final MigratedView view = new MigratedView();
  private final JdbcClient jdbc = view.jdbc();

  private void recorded(
      int position, String name, String role, String chain, @Nullable String happenedOn) {
    jdbc.sql(
            """
            insert into view.history_entry (position, subject, sequence, name, revision,
              recorded_at, happened_on, role, correlation, sample, payload)
            values (:at, 's' || :at, 0, :name, '1', '2024-10-02T20:00:00Z', cast(:day as date),
              :role, :chain, false, '{}')
            """)
        .param("at", position)
        .param("name", name)
        .param("role", role)
        .param("chain", chain)
        .param("day", happenedOn)
        .update();
  }

  private void moved(int position, String chain) {
    jdbc.sql(
            """
            insert into view.move (position, nth, moved, reform, subject, recorded_at, day, chain)
            values (:at, 0, 'DUE', false, 's' || :at, now(), cast(:day as date), :chain)
            """)
        .param("at", position)
        .param("day", ENTERED)
        .param("chain", chain)
        .update();
  }

  @Test
  void theyGetTheDayOfTheDecisionAndATransferKeepsItsOwn() {
    view.migrate("34");
    for (String chain : List.of("amendment", "undated", "reform")) {
      jdbc.sql("insert into view.move_author (chain) values (?)").param(chain).update();
    }
    recorded(1, "plan-amended", "OFFICIAL", "amendment", "2024-08-25");
    recorded(2, "task-rescheduled", "SYSTEM", "amendment", null);
    recorded(3, "plan-resumed", "OFFICIAL", "undated", null);
    recorded(4, "report-rescheduled", "SYSTEM", "undated", null);
    recorded(5, "agency-merged", "ADMIN", "reform", "2024-08-25");
    recorded(6, "task-transferred", "SYSTEM", "reform", null);
    recorded(7, "extension-granted", "OFFICIAL", "by hand", null);
    moved(2, "amendment");
    moved(4, "undated");
    moved(6, "reform");
    moved(7, "by hand");
    view.migrate("latest");
    assertThat(
            jdbc.sql("select cast(day as text) from view.move order by position")
                .query(String.class)
                .list())
        .containsExactly("2024-08-25", ENTERED, ENTERED, ENTERED);
    assertThat(
            jdbc.sql("select coalesce(cast(day as text), '') from view.move_author order by chain")
                .query(String.class)
                .list())
        .containsExactly("2024-08-25", "", ENTERED);
  }
}
