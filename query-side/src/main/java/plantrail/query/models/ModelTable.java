package plantrail.query.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.workflow.ModelWorkflow;
import plantrail.kernel.workflow.Relation;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;

/** Reads the register of models. */
@Component
public class ModelTable {
  private static final Columns<ModelView> MODEL = Columns.of(ModelView.class);
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "year", "m.year",
              "registeredOn", "m.registered_on",
              "title", "m.title collate \"vi-x-icu\"",
              "agency", "a.name collate \"vi-x-icu\"",
              "document", "m.document",
              "state", "m.state"),
          "-registeredOn",
          "m.id");

  private final JdbcClient jdbc;
  private final Listing listing;
  private final Scopes scopes;

  public ModelTable(JdbcClient jdbc, Listing listing, Scopes scopes) {
    this.jdbc = jdbc;
    this.listing = listing;
    this.scopes = scopes;
  }

  private static String columns(Moment moment) {
    return "m.*, a.name as agency_name, " + moment.planStatus("m.plan");
  }

  private static Sql readable(Sql sql, Scope scope, Moment moment) {
    return sql.add("from " + moment.rows("model", "m"))
        .add(moment.join("agency", "a", "a.code = m.agency"))
        .add("where " + moment.holds("m"))
        .and(scope.models("m", moment));
  }

  Listing.Found<ModelView> find(
      FindModels.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql =
        readable(Sql.about(moment, scope), scope, moment)
            .and(filter.plan(), "plan", "m.plan = :plan")
            .and(filter.agency(), "agency", "m.agency = :agency")
            .and(filter.state(), "state", "m.state = :state")
            .and(filter.year(), "year", "m.year = :year")
            .search(paging.q(), "m.folded like :word or a.folded like :word");
    Object narrow = filter.plan() != null ? filter.plan() : filter.agency();
    return listing.find(
        columns(moment), sql, ORDER, paging, narrow, (row, number) -> model(row, reader, scope));
  }

  @Nullable ModelView get(String id, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return readable(Sql.about(moment, scope).add("select " + columns(moment)), scope, moment)
        .and("m.id = :id")
        .with("id", id)
        .list(jdbc, (row, number) -> model(row, reader, scope))
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static ModelView model(ResultSet row, Actor reader, Scope scope) throws SQLException {
    ModelState state = ModelState.valueOf(row.getString("state"));
    Set<Relation> relations =
        ModelWorkflow.relations(
            reader,
            row.getString("agency"),
            row.getString("issuer"),
            row.getString("focal"),
            row.getString("proposed_to"));
    List<String> steps =
        !scope.acts()
            ? List.of()
            : ModelWorkflow.TABLE
                .at(row.getObject("workflows", Integer.class))
                .openTo(
                    state,
                    relations,
                    ModelWorkflow.conditions(state, relations),
                    PlanStatus.valueOf(row.getString("plan_status")));
    return MODEL.read(row, Map.of("steps", steps));
  }
}
