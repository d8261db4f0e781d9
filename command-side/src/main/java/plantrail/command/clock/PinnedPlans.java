package plantrail.command.clock;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.calendar.NoticeRule;
import plantrail.kernel.plan.RulesInForce;

/** What is pinned to each plan, as its issue tells. Fed in the order of the log. */
@Component
class PinnedPlans {
  private final JdbcClient jdbc;

  PinnedPlans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Pins to a plan what was in force at its issue. */
  void pin(String planId, RulesInForce rules, long position) {
    jdbc.sql(
            """
            insert into command.pinned_plan
              (plan_id, calendar, remind_before, escalate_after, position)
            values (:plan, :calendar, :before, :after, :position)
            on conflict do nothing
            """)
        .param("plan", planId)
        .param("calendar", rules.calendar())
        .param("before", rules.remindBefore().toArray(Integer[]::new))
        .param("after", rules.escalateAfter())
        .param("position", position)
        .update();
  }

  /** Sets whether the clock runs for a plan; tells whether that is news, and its last word. */
  boolean set(String planId, PinnedPlan.State state, long position) {
    return jdbc.sql(
                """
                update command.pinned_plan set state = :state, position = :position
                 where plan_id = :plan and position < :position
                """)
            .param("state", state.name())
            .param("plan", planId)
            .param("position", position)
            .update()
        > 0;
  }

  /** Those plans, by their identifiers. */
  Map<String, PinnedPlan> of(Collection<String> planIds) {
    return jdbc
        .sql("select * from command.pinned_plan where plan_id = any(:plans)")
        .param("plans", planIds.toArray(String[]::new))
        .query(PinnedPlans::plan)
        .list()
        .stream()
        .collect(toMap(PinnedPlan::planId, plan -> plan));
  }

  private static PinnedPlan plan(ResultSet row, int number) throws SQLException {
    Integer[] before = (Integer[]) row.getArray("remind_before").getArray();
    return new PinnedPlan(
        row.getString("plan_id"),
        row.getLong("calendar"),
        new NoticeRule(Arrays.asList(before), row.getInt("escalate_after")),
        PinnedPlan.State.valueOf(row.getString("state")));
  }
}
