package plantrail.query.overview;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.query.overview.Figures.By;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Counts;
import plantrail.query.platform.Duties;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Sql;

/** Counts duties: all of them, by plan, by agency and by month, in one pass over each table. */
@Component
class FigureTable {
  private static final Columns<Counts.Group> COUNTED = Columns.of(Counts.Group.class);
  private static final Columns<Figures.Plan> PLAN = Columns.of(Figures.Plan.class);

  private final JdbcClient jdbc;

  FigureTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The figures that a reader sees.
   *
   * @param agencies codes of the agencies whose duties count; null for all
   */
  Figures figures(
      GetOverview.Filter filter, @Nullable List<String> agencies, Scope scope, Moment moment) {
    Map<String, String> names =
        Sql.about(moment, scope)
            .add("select a.code, a.name from " + moment.rows("agency", "a"))
            .add("where " + moment.holds("a"))
            .list(jdbc, (row, n) -> Map.entry(row.getString("code"), row.getString("name")))
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    Map<String, Figures.Plan> plans =
        Sql.about(moment, scope)
            .add("select p.id, p.document, p.title from " + moment.rows("plan", "p"))
            .add("where " + moment.holds("p"))
            .list(jdbc, (row, n) -> PLAN.read(row))
            .stream()
            .collect(toMap(Figures.Plan::id, each -> each));
    return new Figures(
        count(
            Sql.about(moment, scope)
                .add(duties("progress", "d.request", "d.original_request", "task", filter, moment))
                .and(scope.tasks("d", moment)),
            filter,
            agencies),
        count(
            Sql.about(moment, scope)
                .add(duties("state", "false", "false", "report", filter, moment))
                .and(scope.reports("d", moment)),
            filter,
            agencies),
        names,
        plans);
  }

  /**
   * The duties that count. Of a year, each counts against the day that holds if that one is within
   * it, and against the day first set if that one is.
   */
  private static String duties(
      String state,
      String request,
      String originalRequest,
      String table,
      GetOverview.Filter filter,
      Moment moment) {
    boolean ofYear = filter.year() != null;
    return """
    with duty as (
      select d.plan, d.agency, case when within.now then to_char(d.due, 'YYYY-MM') end as month,
             d.%1$s as state, case when within.now then %2$s end as timeliness,
             case when within.first then %3$s end as original_timeliness,
             within.now and %4$s as due_soon
        from %5$s
       cross join lateral (select %7$s as now, %8$s as first) within
       where %6$s and (within.now or within.first)
    """
        .formatted(
            state,
            Duties.timeliness("d", request),
            Duties.originalTimeliness("d", originalRequest, moment),
            Duties.dueSoon("d"),
            moment.rows(table, "d"),
            moment.holds("d"),
            ofYear ? Duties.ofYear("d", moment) : "true",
            ofYear ? Duties.originallyOfYear("d", moment) : "true");
  }

  private List<Figures.Group> count(
      Sql duties, GetOverview.Filter filter, @Nullable List<String> agencies) {
    duties.and(filter.plan(), "plan", "d.plan = :plan");
    if (filter.year() != null) {
      duties.with("year", filter.year());
    }
    if (agencies != null) {
      duties.and("d.agency = any(:agencies)").with("agencies", agencies.toArray(String[]::new));
    }
    return duties
        .add(
            """
            )
            select grouping(plan, agency, month) as grouped,
                   coalesce(plan, agency, month, '') as "of", state, timeliness,
                   original_timeliness,
                   count(*) as number, count(*) filter (where due_soon) as due_soon
              from duty
             group by grouping sets (
               (state, timeliness, original_timeliness),
               (plan, state, timeliness, original_timeliness),
               (agency, state, timeliness, original_timeliness),
               (month, state, timeliness, original_timeliness))
            """)
        .list(jdbc, (row, n) -> new Figures.Group(by(row), COUNTED.read(row)));
  }

  /** A bit for each column that the row is not grouped by. */
  private static By by(ResultSet row) throws SQLException {
    return switch (row.getInt("grouped")) {
      case 0b011 -> By.PLAN;
      case 0b101 -> By.AGENCY;
      case 0b110 -> By.MONTH;
      default -> By.ALL;
    };
  }
}
