package plantrail.command.automation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.report.Reporters;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.AgencyMoved;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.agency.AgencyRenamed;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;

/**
 * The agencies that classes stand for. Fed in the order of the log; asked as of a position and a
 * day.
 */
@Component
class AgencyDirectory implements Reporters {
  private final JdbcClient jdbc;

  AgencyDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyEvent event, long position) {
    switch (event) {
      case AgencyRegistered e -> {
        jdbc.sql(
                """
                insert into command.agency (code, kind, level) values (:code, :kind, :level)
                on conflict (code) do nothing
                """)
            .param("code", e.code())
            .param("kind", e.kind().name())
            .param("level", e.level().name())
            .update();
        stands(e.code(), e.validFrom(), position, e.superior());
        if (e.validTo() != null) {
          ends(e.code(), e.validTo().plusDays(1), position, e.superior());
        }
      }
      case AgencyMoved e -> stands(e.code(), e.effective(), position, e.superior());
      case AgencyEnding e -> ends(e.code(), e.effective(), position, e.mainSuccessor());
      case AgencyRenamed _ -> {}
    }
  }

  private void stands(String code, LocalDate day, long position, @Nullable String superior) {
    since(code, day, position, superior, true);
  }

  /** Those below it stand from that day on below whoever took over, or else was above it. */
  private void ends(String code, LocalDate day, long position, @Nullable String heir) {
    since(code, day, position, heir, false);
  }

  private void since(
      String code, LocalDate day, long position, @Nullable String superior, boolean there) {
    jdbc.sql(
            """
            insert into command.agency_term (code, since, position, superior, there)
            select :code, cast(:since as date), :position, cast(:superior as text), :there
            union
            -- The last day that was told before stands, and whoever is above then is now another.
            select code, since, :position, :superior, false from command.agency_term
             where code = :code and since > :since and not there
            on conflict do nothing
            """)
        .param("code", code)
        .param("since", day)
        .param("position", position)
        .param("superior", superior)
        .param("there", there)
        .update();
  }

  /**
   * Codes of the agencies that are bound, in the order of their codes: those named, and those of
   * the classes below the issuer that existed on that day, as told up to that position. Who is
   * below whom goes by the rule of {@link plantrail.command.platform.Agencies#superiors}.
   */
  Set<String> expand(Assignees assignees, String issuer, LocalDate day, long position) {
    Set<String> codes = new TreeSet<>(assignees.agencies());
    for (AgencyClass each : assignees.classes()) {
      codes.addAll(below(issuer, each, day, position));
    }
    assignees.except().forEach(codes::remove);
    return codes;
  }

  @Override
  public Set<String> of(Assignees called, String issuer, LocalDate day) {
    return expand(called, issuer, day, Long.MAX_VALUE);
  }

  /**
   * Of every agency that was there by that day: that day if it is there on it, else its last day
   * before, as told up to that position.
   */
  Map<String, LocalDate> lastDaysUpTo(LocalDate day, long position) {
    Map<String, LocalDate> days = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (code) code, case when there then :day else since - 1 end as last
              from command.agency_term where since <= :day and position <= :position
             order by code, since desc, position desc
            """)
        .param("day", day)
        .param("position", position)
        .query(row -> {
          days.put(row.getString("code"), row.getObject("last", LocalDate.class));
        });
    return days;
  }

  /**
   * The days before something changed among the agencies, the last one first: none before the one
   * day, all before the other, as told up to that position.
   */
  List<LocalDate> evesOfChanges(LocalDate from, LocalDate before, long position) {
    return jdbc.sql(
            """
            select distinct since - 1 as eve from command.agency_term
             where since > :from and since <= :before and position <= :position
             order by eve desc
            """)
        .param("from", from)
        .param("before", before)
        .param("position", position)
        .query(LocalDate.class)
        .list();
  }

  private List<String> below(String issuer, AgencyClass of, LocalDate day, long position) {
    return jdbc.sql(
            """
            with recursive placed as materialized (
              select distinct on (code) code, superior, there from command.agency_term
               where since <= :day and position <= :position
               order by code, since desc, position desc),
            below as (
              select code, there from placed where superior = :issuer
              union
              select p.code, p.there from placed p join below b on p.superior = b.code)
            -- As one array: joined, a table that is new and not yet analysed is gone through for each row of the other.
            select a.code from command.agency a
             where a.code = any(array(select code from below where there)) and a.code <> :issuer
               and a.kind = :kind and a.level = :level
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
