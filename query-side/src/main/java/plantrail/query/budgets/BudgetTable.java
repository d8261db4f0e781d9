package plantrail.query.budgets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.budget.BudgetState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.workflow.BudgetWorkflow;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;

/** Reads the register of budgets. */
@Component
public class BudgetTable {
  private static final Columns<BudgetView> BUDGET = Columns.of(BudgetView.class);
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "allocatedOn", "b.allocated_on",
              "amount", "b.amount",
              "disbursed", "b.disbursed",
              "source", "b.source collate \"vi-x-icu\"",
              "agency", "a.name collate \"vi-x-icu\"",
              "document", "b.document"),
          "-allocatedOn",
          "b.id");

  private final JdbcClient jdbc;
  private final Listing listing;
  private final Scopes scopes;

  public BudgetTable(JdbcClient jdbc, Listing listing, Scopes scopes) {
    this.jdbc = jdbc;
    this.listing = listing;
    this.scopes = scopes;
  }

  private static String columns(Moment moment) {
    return "b.*, a.name as agency_name, " + moment.planStatus("b.plan");
  }

  private static Sql readable(Sql sql, Scope scope, Moment moment) {
    return sql.add("from " + moment.rows("budget", "b"))
        .add(moment.join("agency", "a", "a.code = b.agency"))
        .add("where " + moment.holds("b"))
        .and(scope.budgets("b", moment));
  }

  Listing.Found<BudgetView> find(
      FindBudgets.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql =
        readable(Sql.about(moment, scope), scope, moment)
            .and(filter.plan(), "plan", "b.plan = :plan")
            .and(filter.agency(), "agency", "b.agency = :agency")
            .search(paging.q(), "b.folded like :word or a.folded like :word");
    Object narrow = filter.plan() != null ? filter.plan() : filter.agency();
    return listing.find(
        columns(moment), sql, ORDER, paging, narrow, (row, number) -> budget(row, reader, scope));
  }

  @Nullable BudgetView get(String id, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return readable(Sql.about(moment, scope).add("select " + columns(moment)), scope, moment)
        .and("b.id = :id")
        .with("id", id)
        .list(jdbc, (row, number) -> budget(row, reader, scope))
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static BudgetView budget(ResultSet row, Actor reader, Scope scope) throws SQLException {
    List<String> steps =
        !scope.acts()
            ? List.of()
            : BudgetWorkflow.TABLE
                .at(row.getObject("workflows", Integer.class))
                .openTo(
                    BudgetState.ALLOCATED,
                    BudgetWorkflow.relations(
                        reader,
                        row.getString("agency"),
                        row.getString("issuer"),
                        row.getString("focal")),
                    Set.of(),
                    PlanStatus.valueOf(row.getString("plan_status")));
    return BUDGET.read(row, Map.of("steps", steps));
  }
}
