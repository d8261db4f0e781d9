package plantrail.query.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.workflow.PlanWorkflow;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;

/** Reads the drafts of plans. */
@Component
public class DraftTable {
  private static final Columns<DraftView> DRAFT = Columns.of(DraftView.class);
  private static final Columns<DraftRow> ROW = Columns.of(DraftRow.class);
  private static final String COLUMNS = "d.*, i.name as issuer_name, f.name as focal_name";
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "title", "d.title collate \"vi-x-icu\"",
              "issuer", "i.name collate \"vi-x-icu\"",
              "status", "d.status",
              "changed", "d.from_position"),
          "-changed",
          "d.id");

  /** A draft with what it says. */
  record Written(DraftView view, PlanContent content) {}

  private final JdbcClient jdbc;
  private final Listing listing;
  private final Scopes scopes;

  public DraftTable(JdbcClient jdbc, Listing listing, Scopes scopes) {
    this.jdbc = jdbc;
    this.listing = listing;
    this.scopes = scopes;
  }

  private static Sql readable(Sql sql, Scope scope, Moment moment) {
    return sql.add("from " + moment.rows("draft", "d"))
        .add(moment.join("agency", "i", "i.code = d.issuer"))
        .add(moment.join("agency", "f", "f.code = d.focal"))
        .add("where " + moment.holds("d"))
        .and(scope.drafts("d"));
  }

  Listing.Found<DraftView> find(
      FindDrafts.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql =
        readable(Sql.about(moment, scope), scope, moment)
            .and(filter.issuer(), "issuer", "d.issuer = :issuer")
            .search(paging.q(), "d.folded like :word or i.folded like :word");
    if (filter.status() == null) {
      sql.and("d.issued_as is null");
    } else {
      sql.and(filter.status(), "status", "d.status = :status");
    }
    return listing.find(
        COLUMNS, sql, ORDER, paging, filter.issuer(), (row, number) -> draft(row, reader, scope));
  }

  @Nullable Written get(String id, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return readable(Sql.about(moment, scope).add("select " + COLUMNS), scope, moment)
        .and("d.id = :id")
        .with("id", id)
        .list(
            jdbc, (row, number) -> new Written(draft(row, reader, scope), ROW.read(row).content()))
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static DraftView draft(ResultSet row, Actor reader, Scope scope) throws SQLException {
    List<String> steps =
        !scope.acts()
            ? List.of()
            : PlanWorkflow.TABLE.openTo(
                PlanStatus.valueOf(row.getString("status")),
                PlanWorkflow.relations(reader, row.getString("issuer"), row.getString("focal")));
    boolean issued = row.getString("issued_as") != null;
    return DRAFT.read(row, Map.of("steps", issued ? List.of() : steps));
  }
}
