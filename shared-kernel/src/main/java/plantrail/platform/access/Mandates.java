package plantrail.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.mandate.MandateGranted;

/** The mandates on record, as they count when somebody comes in. */
@Component
public class Mandates {
  private static final String FIND =
      "select * from access.mandate where %s order by valid_from desc, id";

  private final JdbcClient jdbc;

  public Mandates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A person's leave to act for an agency that is not their own.
   *
   * @param id its identifier
   * @param agency code of the agency
   * @param person user name of the deputy
   * @param grantedBy name of the person who gave it
   * @param plan identifier of the plan to which it is limited; null for all
   * @param validFrom first day, local date
   * @param validTo last day, local date
   * @param basis the document that it rests on
   */
  public record Mandate(
      String id,
      String agency,
      String person,
      String personName,
      String grantedBy,
      @Nullable String plan,
      LocalDate validFrom,
      LocalDate validTo,
      String basis,
      boolean revoked) {}

  /** Enters a mandate; the same one again changes nothing. */
  public void grant(MandateGranted granted, String grantedBy) {
    jdbc.sql(
            """
            insert into access.mandate (
              id, agency, person, person_name, granted_by, plan, valid_from, valid_to, basis)
            values (
              :id, :agency, :person, :personName, :grantedBy, :plan, :validFrom, :validTo, :basis)
            on conflict do nothing
            """)
        .param("id", granted.mandateId())
        .param("agency", granted.agency())
        .param("person", granted.person())
        .param("personName", granted.personName())
        .param("grantedBy", grantedBy)
        .param("plan", granted.planId())
        .param("validFrom", granted.validFrom())
        .param("validTo", granted.validTo())
        .param("basis", granted.basis())
        .update();
  }

  /** From now on it counts no more. */
  public void revoke(String id) {
    jdbc.sql("update access.mandate set revoked = true where id = ?").param(id).update();
  }

  /** First day of that mandate, local date; null if it is not on record. */
  public @Nullable LocalDate firstDay(String id) {
    return jdbc.sql("select valid_from from access.mandate where id = ?")
        .param(id)
        .query(LocalDate.class)
        .optional()
        .orElse(null);
  }

  /** All mandates, the latest first. */
  List<Mandate> find() {
    return find(jdbc.sql(FIND.formatted("true")));
  }

  /** Those that whoever acts for that agency reads, the latest first. */
  List<Mandate> find(@Nullable String agency, String person) {
    return find(
        jdbc.sql(FIND.formatted(readable("agency", "person")))
            .param("own", agency)
            .param("person", person));
  }

  private static List<Mandate> find(JdbcClient.StatementSpec found) {
    return found.query((row, number) -> mandate(row)).list();
  }

  /**
   * The condition under which an official reads a mandate: it is for the agency {@code :own} that
   * they act for, or they are the deputy, {@code :person}.
   *
   * @param agency SQL of the agency that it is for
   * @param person SQL of the deputy's user name
   */
  public static String readable(String agency, String person) {
    return "%s = :own or %s = :person".formatted(agency, person);
  }

  static Mandate mandate(ResultSet row) throws SQLException {
    return new Mandate(
        row.getString("id"),
        row.getString("agency"),
        row.getString("person"),
        row.getString("person_name"),
        row.getString("granted_by"),
        row.getString("plan"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("basis"),
        row.getBoolean("revoked"));
  }
}
