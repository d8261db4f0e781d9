package plantrail.query.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

/** Finds what a reader may see, by the tree of agencies as it stood. */
@Component
public class Scopes {
  /** Who stands above others in the place of an agency that has ended. */
  private static final String NEXT = "coalesce(a.successors ->> 0, a.superior) collate \"C\"";

  private final JdbcClient jdbc;

  public Scopes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What that reader may see at that moment. Officials read in part, all other roles everything,
   * but of obstacles only auditors. Whoever took over from an agency sees what that one left
   * behind; whose agency has ended goes on reading.
   */
  public Scope of(Actor reader, Moment moment) {
    String own = reader.agency();
    boolean acts = !moment.past() && (own == null || !hasEnded(own, moment));
    if (reader.role() == Role.OFFICIAL && own != null) {
      List<Seen> seen = seen(own, moment);
      return new Scope(
          false,
          false,
          reader.person(),
          own,
          seen.stream().map(Seen::code).distinct().toList(),
          seen.stream().filter(Seen::line).map(Seen::code).toList(),
          limit(reader),
          acts);
    }
    return new Scope(
        reader.role() != Role.OFFICIAL,
        Set.of(Role.AUDITOR, Role.SYSTEM).contains(reader.role()),
        reader.person(),
        null,
        List.of(),
        List.of(),
        limit(reader),
        acts);
  }

  /**
   * An agency of which a reader's own one sees what it has.
   *
   * @param line whether it is that one, or one that it took over from
   */
  private record Seen(String code, boolean line) {}

  /** The agency, all below it and all that these took over from, some of them twice. */
  private List<Seen> seen(String agency, Moment moment) {
    return Sql.about(moment, Scope.EVERYTHING)
        .add(
            """
            with recursive branch (code, line) as (
              select cast(:agency as text) collate "C", true
              union
              select a.code, branch.line and a.successors @> to_jsonb(branch.code) and %3$s
                from %1$s join branch
                  on a.superior = branch.code or a.successors @> to_jsonb(branch.code) and %3$s
               where %2$s)
            select code, line from branch
            """
                .formatted(moment.rows("agency", "a"), moment.holds("a"), Moment.ended("a")))
        .with("agency", agency)
        .list(jdbc, (row, number) -> new Seen(row.getString("code"), row.getBoolean("line")));
  }

  /**
   * Codes of the agencies that have ended and in whose place the reader's agency takes the steps
   * that were left to it, and its own; none where the reader takes no steps.
   */
  public Set<String> actsFor(Scope reader, Moment moment) {
    String own = reader.own();
    return own == null || !reader.acts()
        ? Set.of()
        : Set.copyOf(
            branch(own, "a.successors ->> 0 = branch.code and " + Moment.ended("a"), moment));
  }

  private boolean hasEnded(String agency, Moment moment) {
    return !Sql.about(moment, Scope.EVERYTHING)
        .add("select a.code from view.agency a where a.code = :code")
        .and(Moment.ended("a"))
        .with("code", agency)
        .list(jdbc, (row, number) -> row.getString("code"))
        .isEmpty();
  }

  private static @Nullable String limit(Actor reader) {
    Actor.Mandate mandate = reader.mandate();
    return mandate == null ? null : mandate.plan();
  }

  /**
   * Codes of an agency and all below it at that moment. Whoever stands below one that has ended
   * stands below its main successor, or if nobody took over, below the one above it; of one that
   * has ended itself, those that stood below it last.
   */
  public List<String> below(String agency, Moment moment) {
    return Sql.about(moment, Scope.EVERYTHING)
        .add(
            """
            with recursive placed as materialized (
              select a.superior as above, a.code, true as counts,
                     not coalesce(%2$s, false) or a.successors = '[]' as leads
                from %1$s where %3$s
              union all
              select a.successors ->> 0, a.code, false, true from %1$s where %3$s and %2$s),
            branch (code, counts, leads) as (
              select cast(:agency as text) collate "C", true, true
              union
              select p.code, p.counts, p.leads
                from placed p join branch on p.above = branch.code and branch.leads)
            select distinct code from branch where counts
            """
                .formatted(moment.rows("agency", "a"), Moment.ended("a"), moment.holds("a")))
        .with("agency", agency)
        .list(jdbc, (row, number) -> row.getString("code"));
  }

  /**
   * Codes of an agency and of those that have ended in whose place it stands above others at that
   * moment.
   */
  public List<String> standsFor(String agency, Moment moment) {
    return branch(agency, NEXT + " = branch.code and " + Moment.ended("a"), moment);
  }

  private List<String> branch(String agency, String belongs, Moment moment) {
    return Sql.about(moment, Scope.EVERYTHING)
        .add(
            """
            with recursive branch (code) as (
              select cast(:agency as text) collate "C"
              union
              select a.code from %s join branch on %s where %s)
            select code from branch
            """
                .formatted(moment.rows("agency", "a"), belongs, moment.holds("a")))
        .with("agency", agency)
        .list(jdbc, (row, number) -> row.getString("code"));
  }

  /** Of each of those agencies that has ended, who stands in its place above others. */
  public Map<String, String> heirs(Collection<String> agencies, Moment moment) {
    Map<String, String> heirs = new HashMap<>();
    Sql.about(moment, Scope.EVERYTHING)
        .add(
            """
            with recursive line (asked, code, next) as (
              select a.code, a.code, %1$s from %2$s
               where a.code = any(:agencies) and %3$s and %4$s
              union
              select line.asked, a.code, case when %4$s then %1$s end
                from %2$s join line on a.code = line.next where %3$s)
            select asked, code from line where next is null
            """
                .formatted(NEXT, moment.rows("agency", "a"), moment.holds("a"), Moment.ended("a")))
        .with("agencies", agencies.toArray(String[]::new))
        .list(jdbc, (row, number) -> heirs.put(row.getString("asked"), row.getString("code")));
    return heirs;
  }
}
