package plantrail.command.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/** Which changes of plans are being rolled out, and how far that has come. */
@Component
public class RollOuts {
  private final JdbcClient jdbc;

  RollOuts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How far the roll-out of a plan's issue or later change has come.
   *
   * @param lastDuty the last duty that was there when it began
   * @param total number of duties; null while they are not yet counted
   * @param done how many of them are on record
   * @param finished whether all of them stand in the plan's book of duties too, so that a later
   *     change of the plan meets them
   * @param tries which try it is; an earlier one, whose lease ran out, writes nothing any more
   * @param error what went wrong at the last try; null if nothing
   */
  public record State(
      String planId,
      long position,
      String eventId,
      @Nullable String root,
      Instant recordedAt,
      boolean sample,
      long lastDuty,
      @Nullable Integer total,
      int done,
      boolean finished,
      int tries,
      @Nullable String error) {

    /** Whether all duties are on record. */
    public boolean opened() {
      return total != null && total == done;
    }

    /** The change, as the cause of what follows from it. */
    Commands.Cause cause() {
      return new Commands.Cause(eventId, root, recordedAt, sample);
    }

    /** Whether it does not go on at present. */
    public boolean failing() {
      return !finished && error != null;
    }
  }

  void add(
      String planId,
      long position,
      String eventId,
      @Nullable String root,
      Instant recordedAt,
      boolean sample) {
    jdbc.sql(
            """
            insert into command.roll_out (plan_id, position, event_id, root, recorded_at, sample)
            values (:plan, :position, :event, :root, :at, :sample) on conflict do nothing
            """)
        .param("plan", planId)
        .param("position", position)
        .param("event", eventId)
        .param("root", root)
        .param("at", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
        .param("sample", sample)
        .update();
  }

  /**
   * Takes the oldest roll-out that nobody works on; those of one plan follow one another. It is
   * leased, not locked: a lock would need an open transaction, and that would hold back all readers
   * of the log.
   */
  Optional<State> take(Duration lease) {
    return jdbc.sql(
            """
            update command.roll_out r
               set leased_until = now() + :lease * interval '1 ms', tries = tries + 1,
                   last_duty = coalesce(
                     last_duty,
                     (select max(serial) from command.duty d where d.plan_id = r.plan_id), 0)
             where (plan_id, position) = (
               select plan_id, position from command.roll_out o
                where not finished and done is distinct from total and leased_until < now()
                  and not exists (select from command.roll_out e
                                   where e.plan_id = o.plan_id and e.position < o.position
                                     and not e.finished)
                order by position limit 1 for update skip locked)
            returning *
            """)
        .param("lease", lease.toMillis())
        .query(RollOuts::state)
        .optional();
  }

  /**
   * Notes how far it has come, and holds it for as long again. Tells whether it is still this
   * try's: whoever was held up until its lease ran out leaves it to whoever took it since.
   *
   * @param last identifiers of what was opened last, without which it is not finished
   */
  boolean advance(State of, int total, int done, Collection<String> last, Duration lease) {
    return jdbc.sql(
                """
                update command.roll_out
                   set total = :total, done = :done, last = :last, error = null,
                       leased_until = now() + :lease * interval '1 ms'
                 where plan_id = :plan and position = :position and tries = :tries
                """)
            .param("plan", of.planId())
            .param("position", of.position())
            .param("tries", of.tries())
            .param("total", total)
            .param("done", done)
            .param("last", last.toArray(String[]::new))
            .param("lease", lease.toMillis())
            .update()
        == 1;
  }

  /** Holds it for as long again, if it is still this try's. */
  void hold(State of, Duration lease) {
    jdbc.sql(
            """
            update command.roll_out set leased_until = now() + :lease * interval '1 ms'
             where plan_id = :plan and position = :position and tries = :tries
            """)
        .param("plan", of.planId())
        .param("position", of.position())
        .param("tries", of.tries())
        .param("lease", lease.toMillis())
        .update();
  }

  /** Finishes those whose duties are on record and in the book of duties, down to the last ones. */
  void finish() {
    jdbc.sql(
            """
            update command.roll_out set finished = true
             where not finished and done = total
               and not exists (select from unnest(last) as opened (id)
                                where not exists (select from command.duty d
                                                   where d.id = opened.id))
            """)
        .update();
  }

  void fail(State of, String error) {
    jdbc.sql(
            """
            update command.roll_out set error = :error
             where plan_id = :plan and position = :position and tries = :tries
            """)
        .param("plan", of.planId())
        .param("position", of.position())
        .param("tries", of.tries())
        .param("error", error)
        .update();
  }

  /** Duties still to be opened, of all plans whose duties are counted. */
  long open() {
    return jdbc.sql(
            "select coalesce(sum(total - done), 0) from command.roll_out where not finished")
        .query(Long.class)
        .single();
  }

  /** Roll-outs that do not go on. */
  long failing() {
    return jdbc.sql(
            "select count(*) from command.roll_out where not finished and error is not null")
        .query(Long.class)
        .single();
  }

  /** A plan's roll-outs, the first one first. */
  public List<State> all(String planId) {
    return jdbc.sql("select * from command.roll_out where plan_id = :plan order by position")
        .param("plan", planId)
        .query(RollOuts::state)
        .list();
  }

  /** The roll-out of that change of a plan; empty while the automation has not met it. */
  Optional<State> of(String planId, String eventId) {
    return all(planId).stream().filter(each -> each.eventId().equals(eventId)).findFirst();
  }

  /**
   * Place in the log of that change of a plan. Refuses with CONFLICT where the automation has not
   * met it yet: whoever asks begins again, until it has.
   */
  long position(String planId, String eventId) {
    return of(planId, eventId)
        .map(State::position)
        .orElseThrow(() -> Refusal.of(RefusalCode.CONFLICT, "refusal.conflict"));
  }

  /** A plan's latest roll-out; empty while the automation has not met the plan. */
  public Optional<State> find(String planId) {
    return jdbc.sql(
            "select * from command.roll_out where plan_id = :plan order by position desc limit 1")
        .param("plan", planId)
        .query(RollOuts::state)
        .optional();
  }

  private static State state(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new State(
        row.getString("plan_id"),
        row.getLong("position"),
        row.getString("event_id"),
        row.getString("root"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("sample"),
        row.getLong("last_duty"),
        row.getObject("total", Integer.class),
        row.getInt("done"),
        row.getBoolean("finished"),
        row.getInt("tries"),
        row.getString("error"));
  }
}
