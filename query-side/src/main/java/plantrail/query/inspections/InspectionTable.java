package plantrail.query.inspections;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.workflow.InspectionWorkflow;
import plantrail.query.inspections.InspectionView.RecommendationView;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;
import plantrail.query.taskboard.TaskTable;
import plantrail.query.taskboard.TaskView;

/** Reads the register of inspections. */
@Component
public class InspectionTable {
  private static final Columns<InspectionView> INSPECTION = Columns.of(InspectionView.class);
  private static final Columns<Parties> PARTIES = Columns.of(Parties.class);
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "happenedOn", "coalesce(n.happened_on, n.planned_on)",
              "unit", "u.name collate \"vi-x-icu\"",
              "inspector", "i.name collate \"vi-x-icu\"",
              "document", "n.document"),
          "-happenedOn",
          "n.id");

  private final JdbcClient jdbc;
  private final Listing listing;
  private final Scopes scopes;
  private final TaskTable tasks;

  public InspectionTable(JdbcClient jdbc, Listing listing, Scopes scopes, TaskTable tasks) {
    this.jdbc = jdbc;
    this.listing = listing;
    this.scopes = scopes;
    this.tasks = tasks;
  }

  private static String columns(Moment moment) {
    return "n.*, i.name as inspector_name, u.name as unit_name, " + moment.planStatus("n.plan");
  }

  private static Sql readable(Sql sql, Scope scope, Moment moment) {
    return sql.add("from " + moment.rows("inspection", "n"))
        .add(moment.join("agency", "i", "i.code = n.inspector"))
        .add(moment.join("agency", "u", "u.code = n.unit"))
        .add("where " + moment.holds("n"))
        .and(scope.inspections("n", moment));
  }

  Listing.Found<InspectionView> find(
      FindInspections.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql =
        readable(Sql.about(moment, scope), scope, moment)
            .and(filter.plan(), "plan", "n.plan = :plan")
            .and(filter.agency(), "agency", "n.unit = :agency or n.inspector = :agency")
            .and(
                filter.year(),
                "year",
                "extract(year from coalesce(n.happened_on, n.planned_on)) = :year")
            .search(
                paging.q(), "n.folded like :word or u.folded like :word or i.folded like :word");
    Object narrow = filter.plan() != null ? filter.plan() : filter.agency();
    Listing.Found<Read> found =
        listing.find(columns(moment), sql, ORDER, paging, narrow, (row, number) -> Read.of(row));
    return new Listing.Found<>(
        withTasks(found.items(), reader, scope, moment), found.total(), found.capped());
  }

  @Nullable InspectionView get(String id, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    List<Read> found =
        readable(Sql.about(moment, scope).add("select " + columns(moment)), scope, moment)
            .and("n.id = :id")
            .with("id", id)
            .list(jdbc, (row, number) -> Read.of(row));
    return withTasks(found, reader, scope, moment).stream().findFirst().orElse(null);
  }

  /** An inspection as its row tells, before it is known what became of its recommendations. */
  private record Read(InspectionView view, Parties parties) {
    static Read of(ResultSet row) throws SQLException {
      return new Read(INSPECTION.read(row, Map.of("steps", List.of())), PARTIES.read(row));
    }
  }

  /** What the next steps depend on, beside the recommendations. */
  private record Parties(
      String inspector,
      String unit,
      @Nullable String issuer,
      @Nullable String focal,
      InspectionState state,
      PlanStatus planStatus,
      @Nullable Integer workflows) {}

  private static List<String> steps(
      Parties inspection, List<RecommendationView> advice, Actor reader, Scope scope) {
    return !scope.acts()
        ? List.of()
        : InspectionWorkflow.TABLE
            .at(inspection.workflows())
            .openTo(
                inspection.state(),
                InspectionWorkflow.relations(
                    reader,
                    inspection.inspector(),
                    inspection.unit(),
                    inspection.issuer(),
                    inspection.focal()),
                InspectionWorkflow.conditions(
                    inspection.state(),
                    advice.size(),
                    advice.stream().allMatch(RecommendationView::done)),
                inspection.planStatus());
  }

  /** The inspections with what became of their recommendations, and what may be done next. */
  private List<InspectionView> withTasks(
      List<Read> inspections, Actor reader, Scope scope, Moment moment) {
    List<String> ids =
        inspections.stream()
            .flatMap(each -> each.view().recommendations().stream())
            .map(RecommendationView::task)
            .toList();
    Map<String, TaskView> byId =
        tasks.tasks(ids, reader, moment).stream().collect(toMap(TaskView::id, each -> each));
    return inspections.stream()
        .map(each -> {
          List<RecommendationView> advice =
              each.view().recommendations().stream()
                  .map(recommendation -> recommendation.with(byId.get(recommendation.task())))
                  .toList();
          return each.view().with(advice, steps(each.parties(), advice, reader, scope));
        })
        .toList();
  }
}
