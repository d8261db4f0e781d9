package plantrail.command.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.clock.Watched.Kind;
import plantrail.command.clock.Watched.Next;
import plantrail.command.platform.Commands;
import plantrail.kernel.calendar.DayOverridden;
import plantrail.kernel.calendar.Notice;
import plantrail.platform.messaging.PendingRows;

/**
 * The one table of due moments: a row for each thing watched, with its next moment. Whatever
 * changes a row takes its moment away and has it planned anew.
 */
@Component
class DueMoments {
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final PendingRows<Owed> beginnings = new PendingRows<>(this::insert);

  DueMoments(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * A moment that has come.
   *
   * @param due last timely day that it is about; of a plan, the last day for which its reports are
   *     opened
   * @param notice what is to be said; null for a plan, whose next year is to be opened
   * @param days working days left or passed
   * @param version changes whenever the row is changed from elsewhere
   */
  record Come(
      Kind kind,
      String subject,
      String planId,
      String agency,
      LocalDate due,
      @Nullable Notice notice,
      int days,
      int version,
      Commands.Cause cause) {}

  /**
   * Where an owed thing stands in the record.
   *
   * @param position place in the log; the last word itself and what is told from before it change
   *     nothing if they are read again
   */
  record Word(Commands.Cause cause, Instant since, long position) {}

  /** What begins to be watched. */
  record Owed(
      Kind kind,
      String subject,
      String planId,
      String agency,
      @Nullable LocalDate due,
      boolean request,
      Word word) {}

  void watch(Owed owed) {
    beginnings.add(owed);
  }

  /** What is watched already and is told to begin later than all that is known begins anew. */
  private void insert(List<Owed> all) {
    jdbc.sql(
            """
            insert into command.due_moment as known
              (kind, subject, plan_id, agency, due, request, since, sample, event_id, root, position)
            select *
              from unnest(:kinds, :subjects, :plans, :agencies, cast(:dues as date[]), :requests,
                          cast(:sinces as timestamptz[]), :samples, :events, :roots, :positions)
            on conflict (kind, subject) do update
              set agency = excluded.agency, due = excluded.due, request = excluded.request,
                  since = excluded.since, sample = excluded.sample, event_id = excluded.event_id,
                  root = excluded.root, position = excluded.position, owed = true, done = 0,
                  planned = false, moment = null, error = null, version = known.version + 1,
                  leased_until = '-infinity'
            where known.position < excluded.position and not known.owed
            """)
        .param("kinds", strings(all, each -> each.kind().name()))
        .param("subjects", strings(all, Owed::subject))
        .param("plans", strings(all, Owed::planId))
        .param("agencies", strings(all, Owed::agency))
        .param("dues", strings(all, each -> each.due() == null ? null : each.due().toString()))
        .param("requests", all.stream().map(Owed::request).toArray(Boolean[]::new))
        .param("sinces", strings(all, each -> each.word().since().toString()))
        .param(
            "samples",
            all.stream().map(each -> each.word().cause().sample()).toArray(Boolean[]::new))
        .param("events", strings(all, each -> each.word().cause().eventId()))
        .param("roots", strings(all, each -> each.word().cause().root()))
        .param("positions", all.stream().map(each -> each.word().position()).toArray(Long[]::new))
        .update();
  }

  private static @Nullable String[] strings(
      List<Owed> all, Function<Owed, @Nullable String> column) {
    return all.stream().map(column).toArray(String[]::new);
  }

  /** Another day counts from now on. */
  void reschedule(Kind kind, String subject, @Nullable LocalDate due, Word word) {
    change(kind, subject, "due = :due, done = 0", word).param("due", due).update();
  }

  /** It is owed again. */
  void owe(Kind kind, String subject, Word word) {
    change(kind, subject, "owed = true", word).update();
  }

  /** It is a request from now on, or none any more; what it is already changes nothing. */
  void request(Kind kind, String subject, boolean request, Word word) {
    change(kind, subject, "request = :request", "request <> :request", word)
        .param("request", request)
        .update();
  }

  private JdbcClient.StatementSpec change(Kind kind, String subject, String what, Word word) {
    return change(kind, subject, what, "true", word);
  }

  private JdbcClient.StatementSpec change(
      Kind kind, String subject, String what, String provided, Word word) {
    beginnings.write();
    return jdbc.sql(
            """
            update command.due_moment
               set since = :since, sample = :sample, event_id = :event, root = :root,
                   planned = false, moment = null, error = null, version = version + 1,
                   leased_until = '-infinity', position = :position, %s
             where kind = :kind and subject = :subject and position < :position and %s
            """
                .formatted(what, provided))
        .param("kind", kind.name())
        .param("subject", subject)
        .param("since", utc(word.since()))
        .param("sample", word.cause().sample())
        .param("event", word.cause().eventId())
        .param("root", word.cause().root())
        .param("position", word.position());
  }

  /** Nothing is owed at present. */
  void rest(Kind kind, String subject, long position) {
    beginnings.write();
    jdbc.sql(
            """
            update command.due_moment
               set owed = false, planned = true, moment = null, error = null, version = version + 1,
                   leased_until = '-infinity', position = :position
             where kind = :kind and subject = :subject and position < :position
            """)
        .param("kind", kind.name())
        .param("subject", subject)
        .param("position", position)
        .update();
  }

  /** Another agency owes it, if it was that one that did. */
  void handOver(Kind kind, String subject, String predecessor, String successor, long position) {
    beginnings.write();
    jdbc.sql(
            """
            update command.due_moment set agency = :successor, position = :position
             where kind = :kind and subject = :subject and agency = :predecessor
               and position <= :position
            """)
        .param("position", position)
        .param("successor", successor)
        .param("predecessor", predecessor)
        .param("kind", kind.name())
        .param("subject", subject)
        .update();
  }

  /** All that is watched of a plan is planned anew. */
  void replan(String planId) {
    replan(planId, Instant.EPOCH, LocalDate.MAX);
  }

  /**
   * The same of what is due before that day, and nobody is reminded of what came near before that
   * moment.
   */
  void replan(String planId, Instant since, LocalDate before) {
    beginnings.write();
    jdbc.sql(
            """
            update command.due_moment
               set planned = false, moment = null, version = version + 1,
                   leased_until = '-infinity', since = greatest(since, :since)
             where plan_id = :plan and owed and due < :before
            """)
        .param("plan", planId)
        .param("before", before)
        .param("since", utc(since))
        .update();
  }

  /** A notice of a day came: all plans may go by another calendar. */
  void notice(DayOverridden event, long position) {
    beginnings.write();
    int noticed =
        jdbc.sql(
                """
                insert into command.noticed_day (position, day, worked, running_plans)
                values (:position, :day, :worked, :running) on conflict do nothing
                """)
            .param("position", position)
            .param("day", event.day())
            .param("worked", event.worked())
            .param("running", event.runningPlans())
            .update();
    if (noticed > 0 && event.runningPlans()) {
      jdbc.sql(
              """
              update command.due_moment
                 set planned = false, moment = null, version = version + 1,
                     leased_until = '-infinity'
               where moment is not null or not planned
              """)
          .update();
    }
  }

  Calendars calendars() {
    return new Calendars(
        jdbc.sql("select * from command.noticed_day order by position")
            .query(Calendars.Notice.class)
            .list());
  }

  /** All duties that are owed by some day. */
  List<Watched> owed() {
    return jdbc.sql(
            "select * from command.due_moment"
                + " where owed and due is not null and kind <> 'PLAN'")
        .query(Watched.class)
        .list();
  }

  /** Locks some of what is to be planned; to be called in a transaction that also plans it. */
  List<Watched> unplanned(int most) {
    return jdbc.sql(
            """
            select * from command.due_moment where not planned
             order by subject limit :most for update skip locked
            """)
        .param("most", most)
        .query(Watched.class)
        .list();
  }

  void plan(Collection<Planned> planned) {
    // What a failure of the database's machine takes back is planned again.
    batches.execute("set local synchronous_commit = off");
    batches.batchUpdate(
        """
        update command.due_moment
           set planned = true, done = ?, moment = ?, notice = ?, days = ?
         where kind = ? and subject = ?
        """,
        planned.stream().map(Planned::row).toList());
  }

  /** Something watched with its next moment. */
  record Planned(Watched watched, Next next) {
    @Nullable Object[] row() {
      Instant at = next.at();
      Notice notice = next.notice();
      return new @Nullable Object[] {
        next.done(),
        at == null ? null : utc(at),
        notice == null ? null : notice.name(),
        next.days(),
        watched.kind().name(),
        watched.subject()
      };
    }
  }

  /**
   * Leases some of those whose moment is the earliest that has come, so that no later one is spoken
   * of before, on whatever node; none as long as a row waits for being planned. A lease, not a
   * lock: that would need an open transaction, and hold back all readers of the log.
   */
  List<Come> take(Instant now, int most, Duration lease) {
    return take(
        """
        moment = (select min(moment) from command.due_moment
                   where moment <= :now and error is null)
           and error is null
           and not exists (select from command.due_moment where not planned)
        """,
        now,
        most,
        lease);
  }

  /** Leases some of those that were set aside, after all others. */
  List<Come> takeAgain(Instant now, int most, Duration lease) {
    return take("moment <= :now and error is not null", now, most, lease);
  }

  private List<Come> take(String which, Instant now, int most, Duration lease) {
    return jdbc.sql(
            """
            with taken as (
              update command.due_moment set leased_until = clock_timestamp() + :lease * interval '1 ms'
               where (kind, subject) in (
                 select kind, subject from command.due_moment
                  where leased_until < clock_timestamp() and %s
                  order by moment, subject limit :most for update skip locked)
              returning *)
            select * from taken order by moment, subject
            """
                .formatted(which))
        .param("now", utc(now))
        .param("most", most)
        .param("lease", lease.toMillis())
        .query(DueMoments::come)
        .list();
  }

  private static Come come(ResultSet row, int number) throws SQLException {
    String notice = row.getString("notice");
    return new Come(
        Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("plan_id"),
        row.getString("agency"),
        row.getObject("due", LocalDate.class),
        notice == null ? null : Notice.valueOf(notice),
        row.getInt("days"),
        row.getInt("version"),
        new Commands.Cause(
            row.getString("event_id"),
            row.getString("root"),
            row.getObject("since", OffsetDateTime.class).toInstant(),
            false));
  }

  /** Those have been spoken of; their next moments are to be planned. */
  void done(Collection<Come> spoken) {
    write("done = done + 1, planned = false, moment = null, error = null", spoken);
  }

  /**
   * The record of those is ahead of what the clock knows: what it tells next says when to speak of
   * them again.
   */
  void hold(Collection<Come> ahead) {
    write("moment = null, error = null", ahead);
  }

  /** Those are left to others. */
  void release(Collection<Come> left) {
    write("error = null", left);
  }

  /**
   * Writes to those that nobody has changed since they were taken: together to those that nobody
   * holds, then one by one to the rest, as whoever waits while holding nothing can deadlock with
   * nobody. Another node that looks for rows to take holds some for a moment without changing them,
   * so passing over those would leave them until their lease ends.
   */
  private void write(String what, Collection<Come> which) {
    Set<List<String>> written = new HashSet<>(write(what, which, "for update of d skip locked"));
    which.stream()
        .filter(each -> !written.contains(List.of(each.kind().name(), each.subject())))
        .forEach(each -> write(what, List.of(each), "for update of d"));
  }

  private List<List<String>> write(String what, Collection<Come> which, String lock) {
    return jdbc.sql(
            """
            with unchanged as (
              select d.kind, d.subject
                from unnest(:kinds, :subjects, :versions) as taken (kind, subject, version)
                join command.due_moment d using (kind, subject, version)
                 %s)
            update command.due_moment d
               set leased_until = '-infinity', version = version + 1, %s
              from unchanged u where d.kind = u.kind and d.subject = u.subject
            returning d.kind, d.subject
            """
                .formatted(lock, what))
        .param("kinds", which.stream().map(each -> each.kind().name()).toArray(String[]::new))
        .param("subjects", which.stream().map(Come::subject).toArray(String[]::new))
        .param("versions", which.stream().map(Come::version).toArray(Integer[]::new))
        .query((row, number) -> List.of(row.getString(1), row.getString(2)))
        .list();
  }

  /** That one could not be spoken of; it is set aside for a while. */
  void fail(Come come, String error, Duration pause) {
    jdbc.sql(
            """
            update command.due_moment
               set error = :error,
                   leased_until = clock_timestamp() + :pause * interval '1 ms'
             where kind = :kind and subject = :subject and version = :version
            """)
        .param("error", error)
        .param("pause", pause.toMillis())
        .param("kind", come.kind().name())
        .param("subject", come.subject())
        .param("version", come.version())
        .update();
  }

  /** How many moments have come that nobody has spoken of yet. */
  long waiting(Instant now) {
    return jdbc.sql("select count(*) from command.due_moment where moment <= :now")
        .param("now", utc(now))
        .query(Long.class)
        .single();
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
