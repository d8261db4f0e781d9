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

/** What is pinned to each plan. Fed in the order of the log. */
@Component
class PinnedPlans {
  private final JdbcClient jdbc;

  PinnedPlans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Pins to a plan what is in force now. */
  void pin(String planId, NoticeRule rule, String workflows, long position) {
    jdbc.sql(
            """
            insert into command.pinned_plan
              (plan_id, calendar, remind_before, escalate_after, workflows, position)
            select :plan, coalesce(max(position), 0), :before, :after, :workflows, :position
              from command.noticed_day
            on conflict do nothing
            """)
        .param("plan", planId)
        .param("before", rule.remindBefore().toArray(Integer[]::new))
        .param("after", rule.escalateAfter())
        .param("workflows", workflows)
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
        .stream()
        .collect(toMap(PinnedPlan::planId, plan -> plan));
  }

  private static PinnedPlan plan(ResultSet row, int number) throws SQLException {
    Integer[] before = (Integer[]) row.getArray("remind_before").getArray();
    return new PinnedPlan(
        row.getString("plan_id"),
        row.getLong("calendar"),
        new NoticeRule(Arrays.asList(before), row.getInt("escalate_after")),
        row.getString("workflows"),
        PinnedPlan.State.valueOf(row.getString("state")));
  }
}
