package plantrail.query.obstacles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.obstacle.ObstacleState;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.workflow.ObstacleWorkflow;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;

/** Reads the register of obstacles. */
@Component
public class ObstacleTable {
  private static final Columns<ObstacleView> OBSTACLE = Columns.of(ObstacleView.class);
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "raisedOn", "o.raised_on",
              "agency", "a.name collate \"vi-x-icu\"",
              "holder", "h.name collate \"vi-x-icu\"",
              "document", "o.document",
              "state", "o.state"),
          "-raisedOn",
          "o.id");

  private final JdbcClient jdbc;
  private final Listing listing;
  private final Scopes scopes;

  public ObstacleTable(JdbcClient jdbc, Listing listing, Scopes scopes) {
    this.jdbc = jdbc;
    this.listing = listing;
    this.scopes = scopes;
  }

  private static String columns(Moment moment) {
    return "o.*, a.name as agency_name, h.name as holder_name, " + moment.planStatus("o.plan");
  }

  private static Sql readable(Sql sql, Scope scope, Moment moment) {
    return sql.add("from " + moment.rows("obstacle", "o"))
        .add(moment.join("agency", "a", "a.code = o.agency"))
        .add(moment.join("agency", "h", "h.code = o.holder"))
        .add("where " + moment.holds("o"))
        .and(scope.obstacles("o"));
  }

  Listing.Found<ObstacleView> find(
      FindObstacles.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql =
        readable(Sql.about(moment, scope), scope, moment)
            .and(filter.plan(), "plan", "o.plan = :plan")
            .and(filter.task(), "task", "o.task = :task")
            .and(filter.agency(), "agency", "o.agency = :agency or o.holder = :agency")
            .and(filter.state(), "state", "o.state = :state")
            .search(paging.q(), "o.folded like :word or a.folded like :word");
    Object narrow = filter.plan() != null ? filter.plan() : filter.agency();
    return listing.find(
        columns(moment), sql, ORDER, paging, narrow, (row, number) -> obstacle(row, reader, scope));
  }

  @Nullable ObstacleView get(String id, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return readable(Sql.about(moment, scope).add("select " + columns(moment)), scope, moment)
        .and("o.id = :id")
        .with("id", id)
        .list(jdbc, (row, number) -> obstacle(row, reader, scope))
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static ObstacleView obstacle(ResultSet row, Actor reader, Scope scope)
      throws SQLException {
    List<String> steps =
        !scope.acts()
            ? List.of()
            : ObstacleWorkflow.TABLE
                .at(row.getObject("workflows", Integer.class))
                .openTo(
                    ObstacleState.valueOf(row.getString("state")),
                    ObstacleWorkflow.relations(
                        reader,
                        row.getString("agency"),
                        row.getString("holder"),
                        row.getString("focal")),
                    Set.of(),
                    PlanStatus.valueOf(row.getString("plan_status")));
    return OBSTACLE.read(row, Map.of("steps", steps));
  }
}
