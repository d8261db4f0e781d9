package plantrail.query.taskboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.TaskProgress;
import plantrail.kernel.workflow.TaskWorkflow;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Counts;
import plantrail.query.platform.Duties;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;

/** Reads the task board. */
@Component
public class TaskTable {
  private static final Columns<TaskView> TASK = Columns.of(TaskView.class);
  private static final Columns<Counts.Group> COUNTED = Columns.of(Counts.Group.class);
  private static final String TIMELINESS = Duties.timeliness("t", "t.request");
  private static final String TO_ANSWER =
      "(t.progress in ('SUBMITTED', 'DECLINED') or t.asked_due is not null)";
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "due", "t.due",
              "title", "t.title collate \"vi-x-icu\"",
              "agency", "a.name collate \"vi-x-icu\"",
              "document", "t.document",
              "item", "t.item",
              "progress", "t.progress",
              "percent", "t.percent",
              "handedInOn", "t.handed_in_on"),
          "due",
          "t.id");

  private final JdbcClient jdbc;
  private final Listing listing;
  private final Scopes scopes;

  public TaskTable(JdbcClient jdbc, Listing listing, Scopes scopes) {
    this.jdbc = jdbc;
    this.listing = listing;
    this.scopes = scopes;
  }

  private static String originalTimeliness(Moment moment) {
    return Duties.originalTimeliness("t", "t.original_request", moment);
  }

  private static String columns(Scope scope, Moment moment) {
    return """
    t.*, t.roles ->> 0 as role, a.name as agency_name, g.name as assigner_name,
    f.name as focal_name, %s as timeliness,
    %s as original_timeliness, %s as due_soon, %s as shared_with, %s
    """
        .formatted(
            TIMELINESS,
            originalTimeliness(moment),
            Duties.dueSoon("t"),
            sharedWith(scope, moment),
            moment.planStatus("t.plan"));
  }

  /**
   * Who else is charged with the same duty by name. What a class is charged with, each of its
   * agencies does for itself, and so does each bring about what is to be its own; whoever was
   * released shares nothing any more.
   */
  private static String sharedWith(Scope scope, Moment moment) {
    return """
    coalesce(case when t.parent_task is null and t.creates is null and t.progress <> 'CANCELLED' and not exists (
      select from %1$s, jsonb_array_elements(sp.assignments) rule
       where %2$s and sp.id = t.plan and rule ->> 'id' = t.duty
         and jsonb_array_length(rule -> 'assignees' -> 'classes') > 0)
    then (
      select jsonb_agg(
               jsonb_build_object(
                 'agency', s.agency, 'agencyName', sa.name, 'roles', s.roles,
                 'task', case when %6$s then s.id end)
               order by sa.name collate "vi-x-icu", s.agency)
        from %3$s %5$s
       where %4$s and s.plan = t.plan and s.duty = t.duty and s.id <> t.id
         and s.progress <> 'CANCELLED') end, '[]')
    """
        .formatted(
            moment.rows("plan", "sp"),
            moment.holds("sp"),
            moment.rows("task", "s"),
            moment.holds("s"),
            moment.join("agency", "sa", "sa.code = s.agency"),
            scope.tasks("s", moment));
  }

  private static Sql readable(Sql sql, Scope scope, Moment moment) {
    return sql.add("from " + moment.rows("task", "t"))
        .add(moment.join("agency", "a", "a.code = t.agency"))
        .add(moment.join("agency", "g", "g.code = t.assigner"))
        .add(moment.join("agency", "f", "f.code = t.focal"))
        .add("where " + moment.holds("t"))
        .and(scope.tasks("t", moment));
  }

  Listing.Found<TaskView> find(
      FindTasks.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql =
        readable(Sql.about(moment, scope), scope, moment)
            .and(filter.plan(), "plan", "t.plan = :plan")
            .and(filter.item(), "item", "t.item = :item or starts_with(t.item, :item || '.')")
            .and(filter.assigner(), "assigner", "t.assigner = :assigner")
            .and(
                filter.reviewer(),
                "reviewer",
                "t.agency <> :reviewer and (t.assigner = :reviewer or t.focal = :reviewer)")
            .and(filter.toAnswer(), "toAnswer", TO_ANSWER + " = :toAnswer")
            .and(filter.role(), "role", "t.roles @> to_jsonb(cast(:role as text))")
            .and(filter.progress(), "progress", "t.progress = :progress")
            .and(filter.timeliness(), "timeliness", TIMELINESS + " = :timeliness")
            .and(
                filter.originalTimeliness(),
                "originalTimeliness",
                originalTimeliness(moment) + " = :originalTimeliness")
            .and(filter.open(), "open", "t.open = :open")
            .and(filter.dueSoon(), "dueSoon", Duties.dueSoon("t") + " = :dueSoon")
            .and(filter.dueBefore(), "dueBefore", "t.due < :dueBefore")
            .and(
                filter.year(),
                "year",
                Duties.ofYear("t", moment, filter.timeliness(), filter.originalTimeliness()))
            .and(filter.inspection(), "inspection", "t.inspection = :inspection")
            .search(
                paging.q(),
                // Within a plan the planner shall not reach for the index of all titles.
                (filter.plan() == null ? "t.folded" : "(t.folded || '')")
                    + " like :word or a.folded like :word");
    if (Boolean.TRUE.equals(filter.below()) && filter.agency() != null) {
      sql.and("t.agency = any(:agencies)")
          .with("agencies", scopes.below(filter.agency(), moment).toArray(String[]::new));
    } else {
      sql.and(filter.agency(), "agency", "t.agency = :agency");
    }
    Object narrow =
        Stream.of(filter.plan(), filter.agency(), filter.reviewer())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return listing.find(
        columns(scope, moment), sql, ORDER, paging, narrow, tasks(reader, scope, moment));
  }

  @Nullable TaskView get(String id, Actor reader, Moment moment) {
    return tasks(List.of(id), reader, moment).stream().findFirst().orElse(null);
  }

  /** The parts of a task that the reader may see, in the order of their agencies. */
  List<TaskView> parts(TaskView whole, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return readable(Sql.about(moment, scope).add("select " + columns(scope, moment)), scope, moment)
        .and("t.parent_task = :whole")
        .with("whole", whole.id())
        .add("order by t.agency")
        .list(jdbc, tasks(reader, scope, moment));
  }

  /** Those of the tasks that the reader may see. */
  public List<TaskView> tasks(Collection<String> ids, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return readable(Sql.about(moment, scope).add("select " + columns(scope, moment)), scope, moment)
        .and("t.id = any(:ids)")
        .with("ids", ids.toArray(String[]::new))
        .list(jdbc, tasks(reader, scope, moment));
  }

  /** The tasks of those plans, counted by plan, progress and timeliness. */
  public List<Counts.Group> countByPlan(Collection<String> plans, Scope scope, Moment moment) {
    return count("t.plan", plans, scope, moment);
  }

  /** The tasks of that plan, counted by item, progress and timeliness. */
  public List<Counts.Group> countByItem(String plan, Scope scope, Moment moment) {
    return count("coalesce(t.item, '')", List.of(plan), scope, moment);
  }

  private List<Counts.Group> count(
      String of, Collection<String> plans, Scope scope, Moment moment) {
    return Sql.about(moment, scope)
        .add(
            "select "
                + Duties.counted(of, "t.progress", "t", "t.request", "t.original_request", moment))
        .add("from " + moment.rows("task", "t"))
        .add("where " + moment.holds("t"))
        .and(scope.tasks("t", moment))
        .and("t.plan = any(:plans)")
        .with("plans", plans.toArray(String[]::new))
        .add("group by 1, 2, 3, 4")
        .list(jdbc, (row, number) -> COUNTED.read(row));
  }

  /** Reads tasks, each with the steps that are open to the reader. */
  private RowMapper<TaskView> tasks(Actor reader, Scope scope, Moment moment) {
    Set<String> actsFor = scopes.actsFor(scope, moment);
    UnaryOperator<@Nullable String> inPlaceOf =
        code -> code != null && actsFor.contains(code) ? scope.own() : code;
    return (row, number) ->
        TASK.read(row, Map.of("steps", scope.acts() ? steps(row, reader, inPlaceOf) : List.of()));
  }

  private static List<String> steps(
      ResultSet row, Actor reader, UnaryOperator<@Nullable String> inPlaceOf) throws SQLException {
    String creates = row.getString("creates");
    return TaskWorkflow.TABLE
        .at(row.getObject("workflows", Integer.class))
        .openTo(
            TaskProgress.valueOf(row.getString("progress")),
            TaskWorkflow.relations(
                reader,
                row.getString("agency"),
                Objects.requireNonNull(inPlaceOf.apply(row.getString("assigner"))),
                inPlaceOf.apply(row.getString("focal"))),
            TaskWorkflow.conditions(
                row.getObject("due") != null,
                row.getBoolean("request"),
                row.getObject("asked_due") != null,
                creates == null ? null : Product.valueOf(creates)),
            PlanStatus.valueOf(row.getString("plan_status")));
  }
}
