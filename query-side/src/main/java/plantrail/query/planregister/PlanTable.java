package plantrail.query.planregister;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Item;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.task.TaskProgress;
import plantrail.kernel.workflow.PlanWorkflow;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Counts;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;
import plantrail.query.reportmatrix.ReportTable;
import plantrail.query.taskboard.TaskTable;

/** Reads the register of plans. */
@Component
public class PlanTable {
  private static final Columns<PlanView> PLAN = Columns.of(PlanView.class);
  private static final Columns<PlanRow> ROW = Columns.of(PlanRow.class);
  private static final Columns<PlanAnswer.SubPlan> SUB_PLAN = Columns.of(PlanAnswer.SubPlan.class);
  private static final String COLUMNS =
      "p.*, i.name as issuer_name, f.name as focal_name, u.document as parent_document";
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "issueDate", "p.issue_date",
              "title", "p.title collate \"vi-x-icu\"",
              "issuer", "i.name collate \"vi-x-icu\"",
              "document", "p.document",
              "periodTo", "p.period_to"),
          "-issueDate",
          "p.id");

  private final JdbcClient jdbc;
  private final Listing listing;
  private final Scopes scopes;
  private final TaskTable tasks;
  private final ReportTable reports;

  public PlanTable(
      JdbcClient jdbc, Listing listing, Scopes scopes, TaskTable tasks, ReportTable reports) {
    this.jdbc = jdbc;
    this.listing = listing;
    this.scopes = scopes;
    this.tasks = tasks;
    this.reports = reports;
  }

  private static final Counts NO_TASKS = Counts.sum(TaskProgress.class, List.of());
  private static final Counts NO_REPORTS = Counts.sum(ReportState.class, List.of());

  private static Sql readable(Sql sql, Scope scope, Moment moment) {
    return sql.add("from " + moment.rows("plan", "p"))
        .add(moment.join("agency", "i", "i.code = p.issuer"))
        .add(moment.join("agency", "f", "f.code = p.focal"))
        .add(moment.join("plan", "u", "u.id = p.parent"))
        .add("where " + moment.holds("p"))
        .and(scope.plans("p", moment));
  }

  Listing.Found<PlanView> find(
      FindPlans.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql =
        readable(Sql.about(moment, scope), scope, moment)
            .and(filter.issuer(), "issuer", "p.issuer = :issuer")
            .and(filter.status(), "status", "p.status = :status")
            .and(filter.year(), "year", "extract(year from p.issue_date) = :year")
            .and(filter.parent(), "parent", "p.parent = :parent")
            .search(paging.q(), "p.folded like :word or i.folded like :word");
    Listing.Found<PlanView> found =
        listing.find(
            COLUMNS,
            sql,
            ORDER,
            paging,
            null,
            (row, number) -> PLAN.read(row, Map.of("tasks", NO_TASKS, "reports", NO_REPORTS)));
    return new Listing.Found<>(
        counted(found.items(), scope, moment), found.total(), found.capped());
  }

  /** The plans with their counts: one query for all tasks, one for all reports. */
  private List<PlanView> counted(List<PlanView> plans, Scope scope, Moment moment) {
    List<String> ids = plans.stream().map(PlanView::id).toList();
    Map<String, List<Counts.Group>> taskCounts =
        tasks.countByPlan(ids, scope, moment).stream().collect(groupingBy(Counts.Group::of));
    Map<String, List<Counts.Group>> reportCounts =
        reports.countByPlan(ids, scope, moment).stream().collect(groupingBy(Counts.Group::of));
    return plans.stream()
        .map(plan ->
            plan.with(
                Counts.sum(TaskProgress.class, taskCounts.getOrDefault(plan.id(), List.of())),
                Counts.sum(ReportState.class, reportCounts.getOrDefault(plan.id(), List.of()))))
        .toList();
  }

  @Nullable PlanAnswer get(String id, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    record Both(PlanView view, PlanRow row) {}
    List<Both> found =
        readable(Sql.about(moment, scope).add("select " + COLUMNS), scope, moment)
            .and("p.id = :id")
            .with("id", id)
            .list(
                jdbc,
                (row, number) ->
                    new Both(
                        PLAN.read(row, Map.of("tasks", NO_TASKS, "reports", NO_REPORTS)),
                        ROW.read(row)));
    if (found.isEmpty()) {
      return null;
    }
    PlanRow row = found.getFirst().row();
    return new PlanAnswer(
        counted(List.of(found.getFirst().view()), scope, moment).getFirst(),
        row.place(),
        row.signer(),
        items(row, scope, moment),
        row.assignments(),
        row.reportingRules(),
        row.targets(),
        row.legalBases(),
        row.recipients(),
        subPlans(id, scope, moment),
        row.versions(),
        row.reviews(),
        row.supersededBy(),
        row.rulesInForce(),
        steps(row, reader, scope),
        moment.asOf());
  }

  /** The document of a plan; null if there is none of that identifier for the reader. */
  @Nullable String document(String id, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return readable(Sql.about(moment, scope).add("select p.document"), scope, moment)
        .and("p.id = :id")
        .with("id", id)
        .list(jdbc, (row, number) -> row.getString("document"))
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static List<String> steps(PlanRow plan, Actor reader, Scope scope) {
    return !scope.acts()
        ? List.of()
        : PlanWorkflow.TABLE
            .at(plan.workflows())
            .openTo(
                plan.status(),
                PlanWorkflow.relations(reader, plan.issuer(), plan.focal()),
                PlanWorkflow.conditions(plan.reviews().stream().anyMatch(PlanReview::concluding)));
  }

  private List<PlanAnswer.ItemView> items(PlanRow plan, Scope scope, Moment moment) {
    List<Counts.Group> counts = tasks.countByItem(plan.id(), scope, moment);
    return plan.items().stream().map(item -> item(item, counts)).toList();
  }

  private static PlanAnswer.ItemView item(Item item, List<Counts.Group> counts) {
    List<Counts.Group> within =
        counts.stream()
            .filter(each ->
                each.of().equals(item.outline()) || each.of().startsWith(item.outline() + "."))
            .toList();
    return new PlanAnswer.ItemView(
        item.outline(), item.parent(), item.title(), Counts.sum(TaskProgress.class, within));
  }

  private List<PlanAnswer.SubPlan> subPlans(String id, Scope scope, Moment moment) {
    return readable(
            Sql.about(moment, scope)
                .add("select p.id, p.document, p.title, p.issuer, i.name as issuer_name,")
                .add("p.issue_date"),
            scope,
            moment)
        .and("p.parent = :id")
        .with("id", id)
        .add("order by p.issue_date, p.id")
        .list(jdbc, (row, number) -> SUB_PLAN.read(row));
  }
}
