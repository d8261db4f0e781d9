package plantrail.command.automation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;

/** The agencies that classes stand for. Fed in the order of the log; asked as of a position. */
@Component
class AgencyDirectory {
  private final JdbcClient jdbc;

  AgencyDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyRegistered agency, long position) {
    jdbc.sql(
            """
            insert into command.agency
              (code, kind, level, superior, valid_from, valid_to, position)
            values (:code, :kind, :level, :superior, :from, :to, :position)
            on conflict (code) do nothing
            """)
        .param("code", agency.code())
        .param("kind", agency.kind().name())
        .param("level", agency.level().name())
        .param("superior", agency.superior())
        .param("from", agency.validFrom())
        .param("to", agency.validTo())
        .param("position", position)
        .update();
  }

  /**
   * Codes of the agencies that are bound, in the order of their codes: those named, and those of
   * the classes below the issuer that existed on that day and were registered up to that position.
   */
  Set<String> expand(Assignees assignees, String issuer, LocalDate day, long position) {
    Set<String> codes = new TreeSet<>(assignees.agencies());
    for (AgencyClass each : assignees.classes()) {
      codes.addAll(below(issuer, each, day, position));
    }
    assignees.except().forEach(codes::remove);
    return codes;
  }

  private List<String> below(String issuer, AgencyClass of, LocalDate day, long position) {
    return jdbc.sql(
            """
            with recursive below as (
              select code from command.agency where superior = :issuer
              union
              select a.code from command.agency a join below b on a.superior = b.code)
            select a.code from command.agency a join below using (code)
             where a.kind = :kind and a.level = :level and a.position <= :position
               and a.valid_from <= :day and (a.valid_to is null or a.valid_to >= :day)
            """)
        .param("issuer", issuer)
        .param("kind", of.kind().name())
        .param("level", of.level().name())
        .param("position", position)
        .param("day", day)
        .query(String.class)
        .list();
  }
}
