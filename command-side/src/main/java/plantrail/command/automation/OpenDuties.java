package plantrail.command.automation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.platform.messaging.PendingRows;

/** Which agency has a part in which open duty, and which agencies end. */
@Component
class OpenDuties {
  private final JdbcClient jdbc;
  private final PendingRows<Beginning> beginnings = new PendingRows<>(this::insert);

  OpenDuties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What kinds of duties there are. */
  enum Kind {
    TASK,
    REPORT,
    /** A plan that runs: whoever issued it or watches over it goes on to do so. */
    PLAN,
    INSPECTION,
    OBSTACLE,
    /** A plan that is being written: whoever took over from its issuer goes on with it. */
    DRAFT,
    MODEL,
    TARGET,
    BUDGET,
    CONSOLIDATION;

    /** Whether it is over with its plan, for it has no end of its own or need not come to it. */
    boolean endsWithItsPlan() {
      return switch (this) {
        case MODEL, TARGET, BUDGET, CONSOLIDATION -> true;
        case TASK, REPORT, PLAN, INSPECTION, OBSTACLE, DRAFT -> false;
      };
    }
  }

  /**
   * An agency's part in a duty.
   *
   * @param id identifier of the task, report, plan or whatever it is
   * @param planId identifier of its plan; a draft's own
   * @param version changes whenever the duty is opened or closed
   */
  record Part(String id, Kind kind, String planId, int version) {}

  /** An agency that ends, and what says so. */
  record End(String code, Commands.Cause cause) {}

  private record Beginning(
      String id, Kind kind, String planId, Collection<String> agencies, long position) {}

  /**
   * Notes who has a part in a duty that begins. This and all that is told of it counts once: what
   * is told from before the last word changes nothing, or whoever has left would come back.
   *
   * @param position place in the log of what tells it
   */
  void begin(String id, Kind kind, String planId, Collection<String> agencies, long position) {
    beginnings.add(new Beginning(id, kind, planId, agencies, position));
  }

  private void insert(List<Beginning> all) {
    jdbc.sql(
            """
            with told as (
              select * from unnest(:duties, :agencies, :kinds, :plans, :positions)
                as each (duty, agency, kind, plan_id, position)),
            news as (
              insert into command.told_duty as known (duty, position)
              select duty, max(position) from told group by duty
              on conflict (duty) do update set position = excluded.position
               where known.position < excluded.position
              returning duty)
            insert into command.open_duty as known (duty, agency, kind, plan_id)
            select distinct duty, agency, kind, plan_id from told join news using (duty)
            on conflict (duty, agency) do update set open = true, version = known.version + 1
             where not known.open
            """)
        .param("duties", each(all, (duty, agency) -> duty.id()).toArray(String[]::new))
        .param("agencies", each(all, (duty, agency) -> agency).toArray(String[]::new))
        .param("kinds", each(all, (duty, agency) -> duty.kind().name()).toArray(String[]::new))
        .param("plans", each(all, (duty, agency) -> duty.planId()).toArray(String[]::new))
        .param("positions", each(all, (duty, agency) -> duty.position()).toArray(Long[]::new))
        .update();
  }

  private static <T> Stream<T> each(List<Beginning> all, BiFunction<Beginning, String, T> column) {
    return all.stream()
        .flatMap(duty -> duty.agencies().stream().map(agency -> column.apply(duty, agency)));
  }

  /** Whether that has not been told of the duty yet; from now on it has. */
  private boolean isNews(String id, long position) {
    beginnings.write();
    return jdbc.sql(
                """
                update command.told_duty set position = :position
                 where duty = :duty and position < :position
                """)
            .param("position", position)
            .param("duty", id)
            .update()
        > 0;
  }

  /** Notes that more agencies have a part. */
  void join(String id, Collection<String> agencies, long position) {
    if (isNews(id, position)) {
      agencies.forEach(agency -> join(id, agency));
    }
  }

  /**
   * Notes that one agency has a part, and another none any more if it was one that nobody took
   * over; else that one may stand elsewhere too.
   */
  void reassign(String id, String predecessor, String successor, long position) {
    if (isNews(id, position)) {
      join(id, successor);
      jdbc.sql(
              """
              delete from command.open_duty
               where duty = :duty and agency = :agency and unclaimed_at is not null
              """)
          .param("duty", id)
          .param("agency", predecessor)
          .update();
    }
  }

  /** Notes that one agency has the part of another. */
  void handOver(String id, String predecessor, String successor, long position) {
    if (isNews(id, position)) {
      handOver(id, predecessor, successor);
    }
  }

  /** Puts one agency in the place of another. */
  void handOver(String id, String predecessor, String successor) {
    join(id, successor);
    leave(id, predecessor);
  }

  private void join(String id, String agency) {
    jdbc.sql(
            """
            insert into command.open_duty (duty, agency, kind, plan_id, open)
            select duty, :agency, kind, plan_id, open from command.open_duty
             where duty = :duty limit 1
            on conflict do nothing
            """)
        .param("duty", id)
        .param("agency", agency)
        .update();
  }

  /** Notes that an agency has no part. */
  void leave(String id, String agency) {
    jdbc.sql("delete from command.open_duty where duty = :duty and agency = :agency")
        .param("duty", id)
        .param("agency", agency)
        .update();
  }

  /** Notes whether anything is still to be done. */
  void open(String id, boolean open, long position) {
    if (isNews(id, position)) {
      jdbc.sql(
              "update command.open_duty set open = :open, version = version + 1 where duty = :duty")
          .param("open", open)
          .param("duty", id)
          .update();
    }
  }

  /** Notes that the duty was found closed, unless it was opened or closed since. */
  void foundClosed(Part part) {
    jdbc.sql(
            """
            update command.open_duty set open = false where duty = :duty and version = :version
            """)
        .param("duty", part.id())
        .param("version", part.version())
        .update();
  }

  /**
   * Notes that an agency ends.
   *
   * @param position place in the log of what tells it
   */
  void end(String code, LocalDate effective, Commands.Cause cause, long position) {
    jdbc.sql(
            """
            insert into command.agency_end
                   (code, effective, event_id, root, recorded_at, sample, position)
            values (:code, :effective, :event, :root, :at, :sample, :position)
            on conflict do nothing
            """)
        .param("code", code)
        .param("effective", effective)
        .param("event", cause.eventId())
        .param("root", cause.root())
        .param("at", OffsetDateTime.ofInstant(cause.recordedAt(), ZoneOffset.UTC))
        .param("sample", cause.sample())
        .param("position", position)
        .update();
  }

  /** Place in the log of the last that was told of an agency's end; 0 if nothing was. */
  long toldOfEnds() {
    return jdbc.sql("select coalesce(max(position), 0) from command.agency_end")
        .query(Long.class)
        .single();
  }

  /**
   * Notes that nobody took over an agency's part: it stays, and is looked at again when one more
   * agency ends.
   *
   * @param told what was {@link #toldOfEnds} before it was looked at
   */
  void unclaimed(Part part, String agency, long told) {
    jdbc.sql(
            """
            update command.open_duty set unclaimed_at = :told
             where duty = :duty and agency = :agency
            """)
        .param("told", told)
        .param("duty", part.id())
        .param("agency", agency)
        .update();
  }

  /**
   * How many parts in what is open stand with agencies that were there before that day only.
   * Counted from those agencies: they are few, and their parts fewer, however much is open.
   */
  long left(LocalDate today) {
    return jdbc.sql(
            """
            select coalesce(sum((select count(*) from command.open_duty d
                                  where d.agency = a.code and d.open)), 0)
              from (select distinct on (code) code, there from command.agency_term
                     where since <= :today order by code, since desc, position desc) a
             where not a.there
            """)
        .param("today", today)
        .query(Long.class)
        .single();
  }

  /**
   * Takes an agency that has ended by that day, that still has a part in open duties that may have
   * an heir by now, and that nobody works on. It is leased, not locked: a lock would need an open
   * transaction.
   */
  Optional<End> take(LocalDate today, long told, Duration lease) {
    return jdbc.sql(
            """
            update command.agency_end set leased_until = now() + :lease * interval '1 ms'
             where code = (
               select e.code from command.agency_end e
                where e.effective <= :today and e.leased_until < now()
                  and exists (select from command.open_duty d
                               where d.agency = e.code and d.open
                                 and (d.unclaimed_at is null or d.unclaimed_at < :told))
                order by e.effective, e.code limit 1 for update skip locked)
            returning *
            """)
        .param("lease", lease.toMillis())
        .param("today", today)
        .param("told", told)
        .query(OpenDuties::end)
        .optional();
  }

  /** Gives an agency back for the next part. */
  void release(String code) {
    jdbc.sql("update command.agency_end set leased_until = '-infinity' where code = :code")
        .param("code", code)
        .update();
  }

  /** So many of the agency's parts that may have an heir by now, always the same first. */
  List<Part> parts(String agency, long told, int most) {
    return jdbc.sql(
            """
            select duty, kind, plan_id, version from command.open_duty
             where agency = :agency and open
               and (unclaimed_at is null or unclaimed_at < :told)
             order by duty limit :most
            """)
        .param("agency", agency)
        .param("told", told)
        .param("most", most)
        .query((row, number) ->
            new Part(
                row.getString("duty"),
                Kind.valueOf(row.getString("kind")),
                row.getString("plan_id"),
                row.getInt("version")))
        .list();
  }

  private static End end(ResultSet row, int number) throws SQLException {
    return new End(
        row.getString("code"),
        new Commands.Cause(
            row.getString("event_id"),
            row.getString("root"),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            row.getBoolean("sample")));
  }
}
