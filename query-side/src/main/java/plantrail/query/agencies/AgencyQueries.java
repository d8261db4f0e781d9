package plantrail.query.agencies;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Moments;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;

/** Answers about agencies. The registry is open to everybody who is signed in. */
@Component
public class AgencyQueries {
  private static final Columns<AgencyView> AGENCY = Columns.of(AgencyView.class);
  private static final RowMapper<AgencyView> ROW = (row, n) -> AGENCY.read(row);
  private static final String COLUMNS = "a.*, u.name as superior_name";
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "code", "a.code",
              "name", "a.name collate \"vi-x-icu\"",
              "level", "a.level",
              "kind", "a.kind"),
          "code",
          "a.code");

  private final JdbcClient jdbc;
  private final Moments moments;
  private final Scopes scopes;
  private final Listing listing;

  public AgencyQueries(JdbcClient jdbc, Moments moments, Scopes scopes, Listing listing) {
    this.jdbc = jdbc;
    this.moments = moments;
    this.scopes = scopes;
    this.listing = listing;
  }

  private static String from(Moment moment) {
    return "from %s %s where %s"
        .formatted(
            moment.rows("agency", "a"),
            moment.join("agency", "u", "u.code = a.superior"),
            moment.holds("a"));
  }

  /** The condition under which an agency exists on a day. */
  private static String existing(String alias, String day) {
    return "%1$s.valid_from <= %2$s and coalesce(%1$s.valid_to, 'infinity') >= %2$s"
        .formatted(alias, day);
  }

  private Sql sql(FindAgencies query, Moment moment) {
    return Sql.about(moment, scopes.of(query.reader(), moment)).add(from(moment));
  }

  private static Sql select(Moment moment) {
    return Sql.about(moment, Scope.EVERYTHING).add("select " + COLUMNS).add(from(moment));
  }

  @QueryHandler
  public AgencyPage handle(FindAgencies query) {
    FindAgencies.Filter filter = query.filter();
    return moments.read(
        query.when(),
        Set.of(AgenciesProjection.GROUP),
        moment -> {
          Sql sql =
              sql(query, moment)
                  .and(filter.kind(), "kind", "a.kind = :kind")
                  .and(filter.level(), "level", "a.level = :level")
                  .search(query.paging().q(), "a.folded like :word");
          if (!Boolean.TRUE.equals(filter.ended())) {
            sql.and(existing("a", ":today"));
          }
          if (filter.superior() != null && !filter.superior().isEmpty()) {
            sql.and("a.superior = any(:above)")
                .with("above", scopes.standsFor(filter.superior(), moment).toArray(String[]::new));
          }
          if (filter.under() != null && !filter.under().isEmpty()) {
            sql.and("a.code = any(:under)")
                .with("under", scopes.below(filter.under(), moment).toArray(String[]::new));
          }
          var found = listing.find(COLUMNS, sql, ORDER, query.paging(), null, ROW);
          return new AgencyPage(
              placed(found.items(), moment),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public AgencyAnswer handle(GetAgency query) {
    return moments.read(
        query.when(),
        Set.of(AgenciesProjection.GROUP),
        moment -> {
          AgencyView agency =
              select(moment)
                  .and("a.code = :code")
                  .with("code", query.code())
                  .list(jdbc, ROW)
                  .stream()
                  .findFirst()
                  .orElseThrow(() -> Refusal.notFound(query.code()));
          LocalDate last = agency.validTo();
          List<AgencyView> subordinates =
              select(moment)
                  .and("a.superior = any(:above)")
                  .and(existing("a", ":day"))
                  .with("above", scopes.standsFor(query.code(), moment).toArray(String[]::new))
                  .with(
                      "day", last != null && last.isBefore(moment.today()) ? last : moment.today())
                  .add("order by a.code")
                  .list(jdbc, ROW);
          List<String> predecessors =
              select(moment)
                  .and("a.successors @> to_jsonb(cast(:code as text))")
                  .with("code", query.code())
                  .add("order by a.code")
                  .list(jdbc, ROW)
                  .stream()
                  .map(AgencyView::code)
                  .toList();
          return new AgencyAnswer(
              placed(List.of(agency), moment).getFirst(),
              placed(subordinates, moment),
              predecessors,
              moment.asOf());
        });
  }

  /**
   * The same agencies; those that are there, under whoever stands for a superior that has ended.
   */
  private List<AgencyView> placed(List<AgencyView> agencies, Moment moment) {
    List<String> above =
        agencies.stream().map(AgencyView::superior).filter(Objects::nonNull).distinct().toList();
    Map<String, String> heirs = scopes.heirs(above, moment);
    if (heirs.isEmpty()) {
      return agencies;
    }
    Map<String, AgencyView> named =
        select(moment)
            .and("a.code = any(:heirs)")
            .with("heirs", heirs.values().toArray(String[]::new))
            .list(jdbc, ROW)
            .stream()
            .collect(toMap(AgencyView::code, identity()));
    return agencies.stream()
        .map(each -> {
          AgencyView heir = named.get(heirs.get(each.superior()));
          LocalDate last = each.validTo();
          boolean gone = last != null && last.isBefore(moment.today());
          return heir == null || gone ? each : each.under(heir);
        })
        .toList();
  }

  @QueryHandler
  public AgencyEnd handle(EndOfAgency query) {
    return moments.read(
        query.when(),
        Set.of(AgenciesProjection.GROUP),
        moment ->
            select(moment)
                .and("a.code = :code")
                .and(Moment.ended("a"))
                .with("code", query.code())
                .list(jdbc, ROW)
                .stream()
                .findFirst()
                .map(each -> new AgencyEnd(each.validTo(), each.successors()))
                .orElse(AgencyEnd.NONE));
  }

  @QueryHandler
  public AgencyName handle(NameAgency query) {
    return moments.read(
        query.when(),
        Set.of(AgenciesProjection.GROUP),
        moment ->
            new AgencyName(
                query.code(),
                Sql.about(moment, Scope.EVERYTHING)
                    .add("select a.name")
                    .add(from(moment))
                    .and("a.code = :code")
                    .with("code", query.code())
                    .list(jdbc, (row, n) -> row.getString("name"))
                    .stream()
                    .findFirst()
                    .orElse(null)));
  }
}
