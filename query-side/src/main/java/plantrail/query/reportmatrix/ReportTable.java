package plantrail.query.reportmatrix;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.workflow.ReportWorkflow;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Counts;
import plantrail.query.platform.Duties;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;

/** Reads the reports. */
@Component
public class ReportTable {
  private static final Columns<ReportView> REPORT = Columns.of(ReportView.class);
  private static final Columns<Parties> PARTIES = Columns.of(Parties.class);
  private static final Columns<Counts.Group> COUNTED = Columns.of(Counts.Group.class);

  /** A report is never a request. */
  private static final String REQUEST = "false";

  private static final String TIMELINESS = Duties.timeliness("r", REQUEST);
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "due", "r.due",
              "title", "r.title collate \"vi-x-icu\"",
              "agency", "a.name collate \"vi-x-icu\"",
              "document", "r.document",
              "period", "r.period",
              "state", "r.state",
              "handedInOn", "r.handed_in_on"),
          "due",
          "r.id");

  private final JdbcClient jdbc;
  private final Listing listing;
  private final Scopes scopes;

  public ReportTable(JdbcClient jdbc, Listing listing, Scopes scopes) {
    this.jdbc = jdbc;
    this.listing = listing;
    this.scopes = scopes;
  }

  private static String originalTimeliness(Moment moment) {
    return Duties.originalTimeliness("r", REQUEST, moment);
  }

  private static String columns(Moment moment) {
    return """
    r.*, a.name as agency_name, c.name as channel_name, i.name as issuer_name,
    %s as timeliness,
    %s as original_timeliness, %s as due_soon, %s
    """
        .formatted(
            TIMELINESS,
            originalTimeliness(moment),
            Duties.dueSoon("r"),
            moment.planStatus("r.plan"));
  }

  private static Sql readable(Sql sql, Scope scope, Moment moment) {
    return sql.add("from " + moment.rows("report", "r"))
        .add(moment.join("agency", "a", "a.code = r.agency"))
        .add(moment.join("agency", "c", "c.code = r.channel"))
        .add(moment.join("agency", "i", "i.code = r.issuer"))
        .add("where " + moment.holds("r"))
        .and(scope.reports("r", moment));
  }

  Listing.Found<ReportView> find(
      FindReports.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql =
        readable(Sql.about(moment, scope), scope, moment)
            .and(filter.plan(), "plan", "r.plan = :plan")
            .and(filter.rule(), "rule", "r.rule = :rule")
            .and(
                filter.recipient(),
                "recipient",
                """
                r.agency <> :recipient and (r.issuer = :recipient
                or r.addressees @> jsonb_build_array(
                     jsonb_build_object('agency', cast(:recipient as text)))
                or r.addressees @> jsonb_build_array(
                     jsonb_build_object('channel', cast(:recipient as text))))
                """)
            .and(filter.period(), "period", "r.period = :period")
            .and(filter.state(), "state", "r.state = :state")
            .and(filter.timeliness(), "timeliness", TIMELINESS + " = :timeliness")
            .and(
                filter.originalTimeliness(),
                "originalTimeliness",
                originalTimeliness(moment) + " = :originalTimeliness")
            .and(filter.open(), "open", "r.open = :open")
            .and(filter.dueSoon(), "dueSoon", Duties.dueSoon("r") + " = :dueSoon")
            .and(filter.dueBefore(), "dueBefore", "r.due < :dueBefore")
            .and(
                filter.year(),
                "year",
                Duties.ofYear("r", moment, filter.timeliness(), filter.originalTimeliness()))
            .search(
                paging.q(),
                // Within a plan the planner shall not reach for the index of all titles.
                (filter.plan() == null ? "r.folded" : "(r.folded || '')")
                    + " like :word or a.folded like :word");
    if (Boolean.TRUE.equals(filter.below()) && filter.agency() != null) {
      sql.and("r.agency = any(:agencies)")
          .with("agencies", scopes.below(filter.agency(), moment).toArray(String[]::new));
    } else {
      sql.and(filter.agency(), "agency", "r.agency = :agency");
    }
    Object narrow =
        Stream.of(filter.plan(), filter.agency(), filter.recipient())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return listing.find(
        columns(moment), sql, ORDER, paging, narrow, (row, number) -> report(row, reader, scope));
  }

  @Nullable ReportView get(String id, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return readable(Sql.about(moment, scope).add("select " + columns(moment)), scope, moment)
        .and("r.id = :id")
        .with("id", id)
        .list(jdbc, (row, number) -> report(row, reader, scope))
        .stream()
        .findFirst()
        .orElse(null);
  }

  ReportMatrix matrix(String plan, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    List<ReportView> reports =
        readable(Sql.about(moment, scope).add("select " + columns(moment)), scope, moment)
            .and("r.plan = :plan")
            .with("plan", plan)
            .add("order by a.name collate \"vi-x-icu\", r.agency, r.period_to, r.id")
            .list(jdbc, (row, number) -> report(row, reader, scope));
    if (reports.isEmpty() && !readable(plan, scope, moment)) {
      throw Refusal.notFound(plan);
    }
    List<ReportMatrix.Column> columns = columns(reports);
    Map<String, List<ReportView>> byAgency =
        reports.stream().collect(groupingBy(ReportView::agency, LinkedHashMap::new, toList()));
    List<ReportMatrix.Row> rows =
        byAgency.values().stream().flatMap(each -> rows(columns, each)).toList();
    return new ReportMatrix(plan, columns, rows, moment.asOf());
  }

  private boolean readable(String plan, Scope scope, Moment moment) {
    return !Sql.about(moment, scope)
        .add("select 1 from " + moment.rows("plan", "p"))
        .add("where " + moment.holds("p"))
        .and(scope.plans("p", moment))
        .and("p.id = :plan")
        .with("plan", plan)
        .list(jdbc, (row, number) -> true)
        .isEmpty();
  }

  /** As many as the agency owes reports for one period. */
  private static Stream<ReportMatrix.Row> rows(
      List<ReportMatrix.Column> columns, List<ReportView> reports) {
    List<Map<String, ReportMatrix.Cell>> rows = new ArrayList<>();
    for (ReportView report : reports) {
      String place = place(report.rule(), report.period());
      Map<String, ReportMatrix.Cell> free =
          rows.stream().filter(row -> !row.containsKey(place)).findFirst().orElse(null);
      if (free == null) {
        free = new HashMap<>();
        rows.add(free);
      }
      free.put(place, cell(report));
    }
    ReportView any = reports.getFirst();
    return rows.stream()
        .map(cells -> {
          List<ReportMatrix.@Nullable Cell> inOrder = new ArrayList<>();
          columns.forEach(each -> inOrder.add(cells.get(place(each.rule(), each.period()))));
          return new ReportMatrix.Row(any.agency(), any.agencyName(), inOrder);
        });
  }

  private static String place(String rule, String period) {
    return rule + "\n" + period;
  }

  /**
   * A rule's columns stand together, in the order in which they fall due. Rules of few periods come
   * first: four quarters would be lost behind fifty weeks.
   */
  private static List<ReportMatrix.Column> columns(List<ReportView> reports) {
    Map<String, ReportMatrix.Column> columns = new LinkedHashMap<>();
    for (ReportView report : reports) {
      columns.merge(
          place(report.rule(), report.period()),
          new ReportMatrix.Column(
              report.rule(),
              report.title(),
              report.period(),
              report.periodFrom(),
              report.periodTo(),
              report.due(),
              channels(report)),
          ReportTable::together);
    }
    return columns.values().stream()
        .sorted(
            comparing(ReportMatrix.Column::due, nullsLast(naturalOrder()))
                .thenComparing(ReportMatrix.Column::periodTo)
                .thenComparing(ReportMatrix.Column::rule))
        .collect(groupingBy(ReportMatrix.Column::rule, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .sorted(comparingInt(List::size))
        .flatMap(List::stream)
        .toList();
  }

  private static Set<String> channels(ReportView report) {
    return report.addressees().stream()
        .map(Addressee::channel)
        .filter(Objects::nonNull)
        .collect(toCollection(TreeSet::new));
  }

  private static ReportMatrix.Column together(ReportMatrix.Column one, ReportMatrix.Column other) {
    LocalDate due = one.due();
    Set<String> channels = new TreeSet<>(one.channels());
    channels.addAll(other.channels());
    return new ReportMatrix.Column(
        one.rule(),
        one.title(),
        one.period(),
        one.periodFrom(),
        one.periodTo(),
        due == null || (other.due() != null && other.due().isBefore(due)) ? other.due() : due,
        channels);
  }

  private static ReportMatrix.Cell cell(ReportView report) {
    return new ReportMatrix.Cell(
        report.id(),
        report.state(),
        report.timeliness(),
        report.due(),
        report.handedInOn(),
        report.dueSoon());
  }

  /** The reports of those plans, counted by plan, state and timeliness. */
  public List<Counts.Group> countByPlan(Collection<String> plans, Scope scope, Moment moment) {
    return Sql.about(moment, scope)
        .add("select " + Duties.counted("r.plan", "r.state", "r", REQUEST, REQUEST, moment))
        .add("from " + moment.rows("report", "r"))
        .add("where " + moment.holds("r"))
        .and(scope.reports("r", moment))
        .and("r.plan = any(:plans)")
        .with("plans", plans.toArray(String[]::new))
        .add("group by 1, 2, 3, 4")
        .list(jdbc, (row, number) -> COUNTED.read(row));
  }

  private static ReportView report(ResultSet row, Actor reader, Scope scope) throws SQLException {
    return REPORT.read(row, Map.of("steps", steps(PARTIES.read(row), reader, scope)));
  }

  /** What the next steps depend on. */
  private record Parties(
      String agency,
      String issuer,
      @Nullable String focal,
      List<Addressee> addressees,
      @Nullable LocalDate due,
      ReportState state,
      PlanStatus planStatus,
      @Nullable Integer workflows) {}

  private static List<String> steps(Parties report, Actor reader, Scope scope) {
    return !scope.acts()
        ? List.of()
        : ReportWorkflow.TABLE
            .at(report.workflows())
            .openTo(
                report.state(),
                ReportWorkflow.relations(
                    reader, report.agency(), report.issuer(), report.focal(), report.addressees()),
                ReportWorkflow.conditions(report.due() != null),
                report.planStatus());
  }
}
