package plantrail.query.consolidations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.workflow.ConsolidationWorkflow;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;

/** Reads the consolidations. */
@Component
public class ConsolidationTable {
  private static final Columns<ConsolidationView> CONSOLIDATION =
      Columns.of(ConsolidationView.class);
  private static final Columns<Parties> PARTIES = Columns.of(Parties.class);
  private static final String COLUMNS = "c.*, a.name as channel_name";
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "preparedOn", "c.prepared_on",
              "period", "c.period",
              "channel", "a.name collate \"vi-x-icu\"",
              "document", "c.document",
              "state", "c.state"),
          "-preparedOn",
          "c.id");

  private final JdbcClient jdbc;
  private final Listing listing;
  private final Scopes scopes;

  public ConsolidationTable(JdbcClient jdbc, Listing listing, Scopes scopes) {
    this.jdbc = jdbc;
    this.listing = listing;
    this.scopes = scopes;
  }

  private static Sql readable(Sql sql, Scope scope, Moment moment) {
    return sql.add("from " + moment.rows("consolidation", "c"))
        .add(moment.join("agency", "a", "a.code = c.channel"))
        .add("where " + moment.holds("c"))
        .and(scope.consolidations("c", moment));
  }

  Listing.Found<ConsolidationView> find(
      FindConsolidations.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql =
        readable(Sql.about(moment, scope), scope, moment)
            .and(filter.plan(), "plan", "c.plan = :plan")
            .and(filter.period(), "period", "c.period = :period")
            .and(filter.channel(), "channel", "c.channel = :channel")
            .and(filter.state(), "state", "c.state = :state")
            .search(paging.q(), "c.folded like :word or a.folded like :word");
    return listing.find(
        COLUMNS,
        sql,
        ORDER,
        paging,
        filter.plan(),
        (row, number) -> consolidation(row, reader, scope));
  }

  @Nullable ConsolidationView get(String id, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return readable(Sql.about(moment, scope).add("select " + COLUMNS), scope, moment)
        .and("c.id = :id")
        .with("id", id)
        .list(jdbc, (row, number) -> consolidation(row, reader, scope))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** What the next steps depend on. */
  private record Parties(ConsolidationState state, String channel, List<String> addressees) {}

  private static ConsolidationView consolidation(ResultSet row, Actor reader, Scope scope)
      throws SQLException {
    Parties of = PARTIES.read(row);
    List<String> steps =
        !scope.acts()
            ? List.of()
            : ConsolidationWorkflow.TABLE.openTo(
                of.state, ConsolidationWorkflow.relations(reader, of.channel, of.addressees));
    return CONSOLIDATION.read(row, Map.of("steps", steps));
  }
}
