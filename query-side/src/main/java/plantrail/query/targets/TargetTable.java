package plantrail.query.targets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.target.Attainment;
import plantrail.kernel.workflow.TargetWorkflow;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;

/** Reads the register of targets. */
@Component
public class TargetTable {
  private static final Columns<TargetView> TARGET = Columns.of(TargetView.class);
  private static final Columns<TargetRow> ROW = Columns.of(TargetRow.class);
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "document", "g.document",
              "target", "g.target collate \"vi-x-icu\"",
              "byWhen", "g.by_when"),
          "target",
          "g.id");

  /** What is computed from the values, until it is. */
  private static final Map<String, Object> TO_COME =
      Map.of(
          "attainment",
          Attainment.NOT_MEASURED,
          "originalAttainment",
          Attainment.NOT_MEASURED,
          "attainedBy",
          0,
          "attainedLateBy",
          0,
          "measuredBy",
          0,
          "notMeasured",
          List.of(),
          "originallyNotMeasured",
          List.of(),
          "measurements",
          List.of(),
          "steps",
          List.of());

  private final JdbcClient jdbc;
  private final Listing listing;
  private final Scopes scopes;

  public TargetTable(JdbcClient jdbc, Listing listing, Scopes scopes) {
    this.jdbc = jdbc;
    this.listing = listing;
    this.scopes = scopes;
  }

  private static Sql readable(Sql sql, Scope scope, Moment moment) {
    return sql.add("from " + moment.rows("target", "g"))
        .add(
            "join %s on p.id = g.plan and %s"
                .formatted(moment.rows("plan", "p"), moment.holds("p")))
        .add("where " + moment.holds("g"))
        .and(scope.targets("g", "p", moment));
  }

  private static String columns(Scope scope, Moment moment) {
    return "g.*, (%s) as whole, %s"
        .formatted(scope.measurements("g", moment), moment.planStatus("g.plan"));
  }

  Listing.Found<TargetView> find(
      FindTargets.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql =
        readable(Sql.about(moment, scope), scope, moment)
            .and(filter.plan(), "plan", "g.plan = :plan")
            .and(
                filter.agency(),
                "agency",
                """
                (g.measurements @> jsonb_build_array(jsonb_build_object('agency', cast(:agency as text)))
                 or jsonb_exists(g.agencies, cast(:agency as text)))
                """)
            .search(paging.q(), "g.folded like :word");
    return listing.find(
        columns(scope, moment),
        sql,
        ORDER,
        paging,
        filter.plan(),
        (row, number) -> target(row, scope, reader, moment));
  }

  @Nullable TargetView get(String id, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return readable(Sql.about(moment, scope).add("select " + columns(scope, moment)), scope, moment)
        .and("g.id = :id")
        .with("id", id)
        .list(jdbc, (row, number) -> target(row, scope, reader, moment))
        .stream()
        .findFirst()
        .orElse(null);
  }

  private TargetView target(ResultSet row, Scope scope, Actor reader, Moment moment)
      throws SQLException {
    TargetRow written = ROW.read(row);
    boolean whole = row.getBoolean("whole");
    Predicate<String> visible = agency -> whole || scope.mine().contains(agency);
    Promise now = written.now();
    TargetView.Seen current = seen(written, now, visible, false, moment);
    // What is counted may differ though nobody changed it: duties were called off.
    TargetView.Seen first =
        written.changes() == 0 && now.counts() == null
            ? current
            : seen(written, written.first(), visible, true, moment);
    List<String> steps =
        !scope.acts()
            ? List.of()
            : TargetWorkflow.TABLE
                .at(row.getObject("workflows", Integer.class))
                .openTo(
                    written.state(),
                    TargetWorkflow.relationsToMeasurement(
                        reader, written.parties().issuer(), written.parties().focal(), own(reader)),
                    Set.of(),
                    PlanStatus.valueOf(row.getString("plan_status")));
    return TARGET.read(row, TO_COME).measured(current, first, steps);
  }

  private TargetView.Seen seen(
      TargetRow target,
      Promise promise,
      Predicate<String> visible,
      boolean originally,
      Moment moment) {
    List<TargetRow.Measured> values =
        promise.counts() == null
            ? target.measurements()
            : counted(target.setting().plan(), promise, originally, moment);
    return new TargetView.Seen(
        promise,
        values.stream().filter(each -> visible.test(each.agency())).toList(),
        promise.notMeasured(values).stream().filter(visible).toList());
  }

  /** An official may always measure at their own agency, where the plan concerns it. */
  private static String own(Actor reader) {
    return Objects.requireNonNullElse(reader.agency(), "");
  }

  /**
   * How many models each agency has that has to build one or has built one, up to the year by which
   * they are promised. Where the plan gives nobody the duty to build one, it is promised of each
   * that has a part in it: a duty of its own, or a report. Duties that were called off are
   * nobody's, whoever was only asked has promised nothing, and of whoever has ended nothing is
   * awaited any more.
   *
   * @param originally whether duties count as they were first charged with and of whom, called off
   *     or not
   */
  private List<TargetRow.Measured> counted(
      String plan, Promise promise, boolean originally, Moment moment) {
    String creates = originally ? "c.original_creates" : "c.creates";
    return Sql.about(moment, Scope.EVERYTHING)
        .add(
            """
            with charged as materialized (
              select exists (select from %1$s where %2$s and c.plan = :plan and %10$s = :counts))
            select agency, sum(models) as models from (
              select owed.agency, 0 as models from (
                select %13$s as agency from %1$s where %2$s and c.plan = :plan
                   and (c.progress <> 'CANCELLED' or %12$s)
                   and (%10$s = :counts
                        or not (table charged) and not %11$s
                           and c.parent_task is null and c.inspection is null)
                union
                select r.agency from %3$s where %4$s and r.plan = :plan
                   and not (table charged) and (r.state <> 'WITHDRAWN' or %12$s)) owed
               where not exists (
                 select from %7$s where %8$s and a.code = owed.agency and %9$s)
              union all
              select m.agency, 1 from %5$s where %6$s and m.plan = :plan
                 and m.state = any(:counted) and m.year <= :last) made
             group by agency order by agency
            """
                .formatted(
                    moment.rows("task", "c"),
                    moment.holds("c"),
                    moment.rows("report", "r"),
                    moment.holds("r"),
                    moment.rows("model", "m"),
                    moment.holds("m"),
                    moment.rows("agency", "a"),
                    moment.holds("a"),
                    Moment.ended("a"),
                    creates,
                    originally ? "c.original_request" : "c.request",
                    originally,
                    originally ? "c.original_agency" : "c.agency"))
        .with("plan", plan)
        .with("last", promise.lastYear())
        .with("counted", promise.counted().stream().map(Enum::name).toArray(String[]::new))
        .with("counts", Objects.requireNonNull(promise.counts()))
        .list(
            jdbc,
            (row, number) ->
                new TargetRow.Measured(
                    row.getString("agency"),
                    moment.today(),
                    BigDecimal.valueOf(row.getLong("models")),
                    null,
                    null));
  }
}
