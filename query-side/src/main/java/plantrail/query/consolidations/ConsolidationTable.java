package plantrail.query.consolidations;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.consolidation.Gathered.CameIn;
import plantrail.kernel.consolidation.Gathered.Missing;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.RollUp;
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
  private static final Columns<Now> NOW = Columns.of(Now.class);
  private static final Columns<Parties> PARTIES = Columns.of(Parties.class);
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

  private static String columns(Moment moment) {
    return "c.*, a.name as channel_name, " + moment.planStatus("c.plan");
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
        columns(moment),
        sql,
        ORDER,
        paging,
        filter.plan(),
        (row, number) -> consolidation(row, reader, scope));
  }

  @Nullable ConsolidationView get(String id, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return readable(Sql.about(moment, scope).add("select " + columns(moment)), scope, moment)
        .and("c.id = :id")
        .with("id", id)
        .list(jdbc, (row, number) -> consolidation(row, reader, scope))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** A report that it is, or would be, made of, as it is by now. */
  private record Now(
      String id,
      String title,
      ReportState state,
      @Nullable LocalDate handedInOn,
      List<Indicator> form,
      List<Figure> figures,
      List<Addressee> addressees) {

    boolean in() {
      return state == ReportState.SUBMITTED || state == ReportState.ACCEPTED;
    }

    boolean owed() {
      return state == ReportState.OPEN || state == ReportState.RETURNED;
    }

    /** Whether it is asked for otherwise than the consolidation was. */
    boolean isAskedOtherwise(ConsolidationView of) {
      return !title.equals(of.title())
          || !form.equals(of.form())
          || addressees.stream()
              .filter(each -> of.channel().equals(each.channel()))
              .anyMatch(each -> !of.addressees().contains(each.agency()));
    }
  }

  /**
   * Whether it is still with the channel agency and would be another one if it were made anew: a
   * report came in since, be it of a missing agency's successor, was given back, was handed in anew
   * with other figures, was opened or called off, or is asked for otherwise. Where it is not on
   * record which reports were missing, they are those that the missing agencies ever owed.
   */
  boolean isStale(ConsolidationView of, Actor reader, Moment moment) {
    if (of.state() == ConsolidationState.FORWARDED) {
      return false;
    }
    List<Now> now = now(of, reader, moment);
    List<Now> in = now.stream().filter(Now::in).toList();
    List<Now> owed = now.stream().filter(Now::owed).toList();
    List<@Nullable String> missing = of.missing().stream().map(Missing::reportId).toList();
    return !in.stream()
            .collect(toMap(Now::id, Now::handedInOn))
            .equals(of.cameIn().stream().collect(toMap(CameIn::reportId, CameIn::handedInOn)))
        || (!missing.contains(null)
            && !Set.copyOf(missing).equals(owed.stream().map(Now::id).collect(toSet())))
        || owed.stream().anyMatch(each -> each.isAskedOtherwise(of))
        || !RollUp.of(
                of.form(),
                in.stream()
                    .map(each -> RollUp.answering(of.form(), each.form(), each.figures()))
                    .toList())
            .equals(of.computed());
  }

  private List<Now> now(ConsolidationView of, Actor reader, Moment moment) {
    return Sql.about(moment, scopes.of(reader, moment))
        .add("select r.* from " + moment.rows("report", "r"))
        .add("where " + moment.holds("r"))
        .and("r.plan = :plan and r.rule = :rule and r.period = :period")
        .and(
            """
            r.addressees @> jsonb_build_array(jsonb_build_object('channel', cast(:channel as text)))
            or r.id = any(:ids) or r.id in (
              select owed.id from view.report_version owed
               where owed.plan = :plan and owed.rule = :rule and owed.period = :period
                 and owed.agency = any(:missing) and owed.from_position <= :position)
            """)
        .add(
            """
            order by r.handed_in_on, (
              select max(h.position) from view.history_entry h
               where h.subject = r.id and h.name = 'report-submitted' and h.position <= :position)
            """)
        .with("plan", of.plan())
        .with("rule", of.rule())
        .with("period", of.period())
        .with("channel", of.channel())
        .with(
            "ids",
            Stream.concat(
                    of.cameIn().stream().map(CameIn::reportId),
                    of.missing().stream().map(Missing::reportId).filter(Objects::nonNull))
                .toArray(String[]::new))
        .with(
            "missing",
            of.missing().stream()
                .filter(each -> each.reportId() == null)
                .map(Missing::agency)
                .toArray(String[]::new))
        .list(jdbc, (row, number) -> NOW.read(row));
  }

  /** What the next steps depend on. */
  private record Parties(
      ConsolidationState state,
      String channel,
      List<String> addressees,
      PlanStatus planStatus,
      @Nullable Integer workflows) {}

  private static ConsolidationView consolidation(ResultSet row, Actor reader, Scope scope)
      throws SQLException {
    Parties of = PARTIES.read(row);
    List<String> steps =
        !scope.acts()
            ? List.of()
            : ConsolidationWorkflow.TABLE
                .at(of.workflows)
                .openTo(
                    of.state,
                    ConsolidationWorkflow.relations(reader, of.channel, of.addressees),
                    Set.of(),
                    of.planStatus);
    return CONSOLIDATION.read(row, Map.of("steps", steps));
  }
}
