package plantrail.query.moves;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;

/** Reads what was moved: of the duties and plans that the reader sees. */
@Component
class MoveTable {
  private static final Columns<MoveView> MOVE = Columns.of(MoveView.class);
  private static final Columns<Mover> MOVER = Columns.of(Mover.class);
  private static final String PLAN = "coalesce(t.plan, r.plan, p.id)";
  private static final String RESPONSIBLE = "owed.agency";

  /** Whether the amendment changed nothing of a rule but its day. */
  private static final String DAY_ALONE =
      """
      (m.part in ('ASSIGNMENT', 'REPORTING_RULE') and m.change = 'CHANGED'
       and coalesce(words.before - 'due' = words.after - 'due', false))
      """;

  private static final String MOVED =
      "(case when %s then 'DUE' else m.moved end)".formatted(DAY_ALONE);
  private static final String COLUMNS =
      """
      m.position, m.nth, %s as moved, m.reform, m.subject, m.recorded_at, m.day, m.actor,
      m.actor_name, m.agency, m.mandator_name, m.old_due, m.new_due, m.days, m.old_owner,
      m.new_owner, m.part, m.mark, m.change, m.clause, m.reason, m.basis,
      case when t.id is not null then 'TASK' when r.id is not null then 'REPORT'
           when g.id is not null then 'TARGET' else 'PLAN' end as kind,
      %s as plan, coalesce(t.document, r.document, p.document) as document,
      coalesce(t.title, r.title, g.indicator, p.title) as title, r.period, %s as responsible,
      u.name as responsible_name, a.name as agency_name, o.name as old_owner_name,
      n.name as new_owner_name, words.before, words.after
      """
          .formatted(MOVED, PLAN, RESPONSIBLE);
  private static final Listing.Order ORDER =
      new Listing.Order(
          Map.of(
              "position", "m.position",
              "day", "m.day",
              "days", "m.days",
              "agency", "a.name collate \"vi-x-icu\"",
              "actor", "m.actor",
              "responsible", "u.name collate \"vi-x-icu\""),
          "-position",
          "m.position, m.nth");
  private static final Listing.Order MOST =
      new Listing.Order(
          Map.of(
              "moves", "moves",
              "dues", "dues",
              "targets", "targets",
              "owners", "owners",
              "scopes", "scopes",
              "daysLater", "days_later",
              "daysEarlier", "days_earlier",
              "transfers", "transfers",
              "agency", "agency_name collate \"vi-x-icu\""),
          "-moves",
          "days_later desc, agency nulls last, actor nulls last");
  private static final String SUMS =
      """
      count(*) filter (where not m.reform) as moves,
      count(*) filter (where %1$s = 'DUE') as dues,
      count(*) filter (where m.moved = 'TARGET') as targets,
      count(*) filter (where m.moved = 'OWNER' and not m.reform) as owners,
      count(*) filter (where %1$s = 'SCOPE') as scopes,
      coalesce(sum(m.days) filter (where m.days > 0), 0) as days_later,
      coalesce(-sum(m.days) filter (where m.days < 0), 0) as days_earlier,
      count(*) filter (where m.reform) as transfers
      """
          .formatted(MOVED);

  private final Listing listing;
  private final Scopes scopes;

  MoveTable(Listing listing, Scopes scopes) {
    this.listing = listing;
    this.scopes = scopes;
  }

  /** The part of the plan that was changed, as it stood after that position. */
  private static String part(String position) {
    return """
    case when g.id is not null then (
      select jsonb_build_object(
               'id', v.target, 'indicator', v.indicator, 'comparison', v.comparison,
               'value', v.value, 'unit', v.unit, 'byWhen', v.by_when,
               'counts', v.counts, 'countsFrom', v.counts_from, 'measured', v.agencies)
        from view.target_version v
       where v.id = m.subject and v.from_position <= %1$s and v.upto_position > %1$s
         and v.state <> 'WITHDRAWN')
    when m.part is not null then (
      select stated from view.plan_version v, jsonb_array_elements(
               case m.part when 'ITEM' then v.items when 'ASSIGNMENT' then v.assignments
                           when 'REPORTING_RULE' then v.reporting_rules else v.targets end) stated
       where v.id = m.subject and v.from_position <= %1$s and v.upto_position > %1$s
         and coalesce(stated ->> 'outline', stated ->> 'id') = m.mark
       limit 1) end
    """
        .formatted(position);
  }

  /** Who owed it when it was moved; of what was charged with by that move, who owes it since. */
  private static final String OWED =
      """
      cross join lateral (select
        case when t.id is not null then (%s) when r.id is not null then (%s) else (%s) end
        as agency) owed
      """
          .formatted(
              owed("agency", "task", "t.id"),
              owed("agency", "report", "r.id"),
              owed("issuer", "plan", "p.id"));

  private static String owed(String agency, String table, String id) {
    return """
    select v.%s from view.%s_version v
     where v.id = %s and v.from_position <= m.position and v.upto_position >= m.position
     order by v.from_position limit 1
    """
        .formatted(agency, table, id);
  }

  private static String select(FindMovers.By by) {
    return switch (by) {
      case AGENCY -> "m.agency, max(a.name) as agency_name, null as actor, null as actor_name";
      case PERSON ->
          """
          case when count(distinct m.agency) = 1 then max(m.agency) end as agency,
          case when count(distinct m.agency) = 1 then max(a.name) end as agency_name,
          m.actor, max(m.actor_name) as actor_name
          """;
      case RESPONSIBLE ->
          RESPONSIBLE + " as agency, max(u.name) as agency_name, null as actor, null as actor_name";
    };
  }

  private static String group(FindMovers.By by) {
    return switch (by) {
      case AGENCY -> "m.agency";
      case PERSON -> "m.actor";
      case RESPONSIBLE -> RESPONSIBLE;
    };
  }

  /**
   * Whether what became of the duties tells all of it: those that this very amendment called off,
   * or whose day it moved, are moves of their own. Where all were finished none is, and of a
   * reporting rule that goes on, further periods are not open yet.
   */
  private static String toldByDuties(Moment moment) {
    return """
    (m.part = 'ASSIGNMENT' and m.change = 'WITHDRAWN' and %2$s
     or %1$s and %3$s and (m.part = 'ASSIGNMENT'
       or words.before -> 'due' ->> 'date' is not null and words.after -> 'due' ->> 'date' is not null))
    """
        .formatted(
            DAY_ALONE,
            followed("f.change = 'WITHDRAWN'", moment),
            followed("f.moved = 'DUE'", moment));
  }

  /** Whether a duty of the rule was moved in that way in the course of the amendment. */
  private static String followed(String how, Moment moment) {
    return """
    exists (
      select from view.move f
       where f.chain = m.chain and f.part is null and %s%s and (
         exists (select from %s where %s and d.id = f.subject and d.plan = m.subject and d.duty = m.mark)
         or exists (
           select from %s where %s and o.id = f.subject and o.plan = m.subject and o.rule = m.mark)))
    """
        .formatted(
            how,
            moment.past() ? " and f.position <= :position" : "",
            moment.rows("task", "d"),
            moment.holds("d"),
            moment.rows("report", "o"),
            moment.holds("o"));
  }

  private Sql rows(Sql sql, FindMoves.Filter filter, Paging paging, Scope scope, Moment moment) {
    sql.add("from view.move m")
        .add(moment.join("task", "t", "t.id = m.subject"))
        .add(moment.join("report", "r", "r.id = m.subject"))
        .add(moment.join("target", "g", "g.id = m.subject"))
        .add(moment.join("plan", "p", "p.id = coalesce(g.plan, m.subject)"))
        .add(moment.join("agency", "a", "a.code = m.agency"))
        .add(OWED)
        .add(moment.join("agency", "u", "u.code = " + RESPONSIBLE))
        .add(moment.join("agency", "o", "o.code = m.old_owner"))
        .add(moment.join("agency", "n", "n.code = m.new_owner"))
        .add(
            "cross join lateral (select %s as before, %s as after) words"
                .formatted(part("m.position - 1"), part("m.position")))
        .add("where " + (moment.past() ? "m.position <= :position" : "true"))
        .and(
            """
            t.id is not null and (%s) or r.id is not null and (%s) or p.id is not null and (%s)
            """
                .formatted(
                    scope.tasks("t", moment), scope.reports("r", moment), scope.plans("p", moment)))
        .and("not coalesce(%s, false)".formatted(toldByDuties(moment)))
        .and(filter.plan(), "plan", PLAN + " = :plan")
        .and(filter.subject(), "subject", "m.subject = :subject")
        .and(filter.actor(), "actor", "m.actor = :actor")
        .and(filter.moved(), "moved", MOVED + " = :moved")
        .and(filter.reform(), "reform", "m.reform = :reform")
        .and(filter.from(), "from", "m.day >= :from")
        .and(filter.to(), "to", "m.day <= :to")
        .search(
            paging.q(),
            """
            view.fold(concat_ws(' ', coalesce(t.document, r.document, p.document),
              coalesce(t.title, r.title, g.indicator, p.title), m.actor_name, m.reason, m.basis)) like :word
            or a.folded like :word or u.folded like :word
            """);
    boolean below = Boolean.TRUE.equals(filter.below());
    among(sql, "agency", "m.agency", filter.agency(), below, moment);
    among(sql, "responsible", RESPONSIBLE, filter.responsible(), below, moment);
    return sql;
  }

  private void among(
      Sql sql, String name, String column, @Nullable String agency, boolean below, Moment moment) {
    if (below && agency != null) {
      sql.and(column + " = any(:" + name + ")")
          .with(name, scopes.below(agency, moment).toArray(String[]::new));
    } else {
      sql.and(agency, name, column + " = :" + name);
    }
  }

  Listing.Found<MoveView> find(
      FindMoves.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql = rows(Sql.about(moment, scope), filter, paging, scope, moment);
    Object narrow = filter.subject() != null ? filter.subject() : filter.plan();
    return listing.find(COLUMNS, sql, ORDER, paging, narrow, (row, number) -> MOVE.read(row));
  }

  Listing.Found<Mover> rank(
      FindMovers.@Nullable By by,
      FindMoves.Filter filter,
      Paging paging,
      Actor reader,
      Moment moment) {
    FindMovers.By whom = by == null ? FindMovers.By.AGENCY : by;
    Scope scope = scopes.of(reader, moment);
    Sql sql = Sql.about(moment, scope).add("from (select " + select(whom) + ", ").add(SUMS);
    rows(sql, filter, paging, scope, moment).add("group by " + group(whom) + ") movers where true");
    return listing.find("movers.*", sql, MOST, paging, whom, (row, number) -> MOVER.read(row));
  }
}
