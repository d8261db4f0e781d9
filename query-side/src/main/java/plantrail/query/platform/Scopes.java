package plantrail.query.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

/** Finds what a reader may see, by the tree of agencies as it stood. */
@Component
public class Scopes {
  private final JdbcClient jdbc;

  public Scopes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What that reader may see at that moment. Officials read in part, all other roles everything.
   * Whoever took over from an agency sees what that one left behind; whose agency has ended goes on
   * reading.
   */
  public Scope of(Actor reader, Moment moment) {
    String own = reader.agency();
    boolean acts = !moment.past() && (own == null || !hasEnded(own, moment));
    if (reader.role() != Role.OFFICIAL) {
      return new Scope(true, null, List.of(), List.of(), null, acts);
    }
    return new Scope(
        false,
        own,
        own == null
            ? List.of()
            : branch(
                own, "a.superior = branch.code or a.successors @> to_jsonb(branch.code)", moment),
        own == null || !acts
            ? List.of()
            : branch(own, "a.successors ->> 0 = branch.code and " + Moment.ended("a"), moment),
        limit(reader),
        acts);
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

  /** Codes of an agency and all below it at that moment. */
  public List<String> below(String agency, Moment moment) {
    return branch(agency, "a.superior = branch.code", moment);
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
}
