package plantrail.query.platform;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.platform.messaging.Waiting;
import plantrail.platform.messaging.Watermarks;

/** Finds the moment that a question is about, and waits where the rows are not that far yet. */
@Component
public class Moments {
  /** Name of the processing group that knows which position was recorded when. */
  public static final String LOG = "history";

  /** First year that may be looked at. Nothing is on record from before. */
  private static final int FIRST_YEAR = 1900;

  /** Events between one whose clock was ahead and one whose clock was behind, at the most. */
  private static final int LARGEST_DISORDER = 1_000;

  private final JdbcClient jdbc;
  private final Watermarks watermarks;
  private final EventStore eventStore;
  private final Clock clock;
  private final Duration patience;
  private final TransactionTemplate snapshot;

  public Moments(
      JdbcClient jdbc,
      Watermarks watermarks,
      EventStore eventStore,
      Clock clock,
      PlatformTransactionManager transactions,
      @Value("${plantrail.query.patience:5s}") Duration patience) {
    this.jdbc = jdbc;
    this.watermarks = watermarks;
    this.eventStore = eventStore;
    this.clock = clock;
    this.patience = patience;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * Answers a question from one snapshot of the rows.
   *
   * @param groups the processing groups whose rows are read
   * @param reader draws the answer
   * @throws Refusal INVALID_ARGUMENT for a malformed moment or one that has not come
   * @throws NotYet if the rows do not come as far in time
   */
  public <A> A read(When when, Set<String> groups, Function<Moment, A> reader) {
    long deadline = System.nanoTime() + patience.toNanos();
    String after = when.after();
    if (after != null && !after.isBlank()) {
      await(groups, positionOf(after, deadline), deadline);
    }
    String at = when.at();
    if (at == null || at.isBlank()) {
      return inSnapshot(() -> {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return reader.apply(
            new Moment(Math.max(0, watermarks.of(groups)), now, LocalTime.dayOf(now), false));
      });
    }
    Moment moment = past(at, deadline);
    await(groups, moment.position(), deadline);
    return inSnapshot(() -> reader.apply(moment));
  }

  private <A> A inSnapshot(java.util.function.Supplier<A> reading) {
    return java.util.Objects.requireNonNull(snapshot.execute(status -> reading.get()));
  }

  private Moment past(String at, long deadline) {
    if (at.startsWith("#")) {
      return atPosition(at, deadline);
    }
    Instant now = clock.instant();
    try {
      if (at.indexOf('T') < 0) {
        LocalDate day = LocalDate.parse(at);
        if (day.getYear() < FIRST_YEAR) {
          throw malformed("at", "query.at", at);
        }
        if (day.isAfter(LocalTime.dayOf(now))) {
          throw malformed("at", "query.at-future", at);
        }
        Instant last = LocalTime.endOf(day).minus(1, ChronoUnit.MICROS);
        Instant time = last.isAfter(now) ? now : last;
        return new Moment(positionAt(time), time.truncatedTo(ChronoUnit.MICROS), day, true);
      }
      // A plus sign that nobody wrote as %2B arrives as the space that it means in an address.
      OffsetDateTime moment = OffsetDateTime.parse(at.replace(' ', '+'));
      if (moment.getYear() < FIRST_YEAR) {
        throw malformed("at", "query.at", at);
      }
      Instant time = moment.toInstant();
      if (time.isAfter(now)) {
        throw malformed("at", "query.at-future", at);
      }
      return new Moment(positionAt(time), time, LocalTime.dayOf(time), true);
    } catch (DateTimeException e) {
      throw malformed("at", "query.at", at);
    }
  }

  private Moment atPosition(String at, long deadline) {
    long position;
    try {
      position = Long.parseLong(at.substring(1));
    } catch (NumberFormatException e) {
      throw malformed("at", "query.at", at);
    }
    TrackingToken head = eventStore.createHeadToken();
    if (position < 0 || head == null || position > head.position().orElse(0)) {
      throw malformed("at", "query.at-beyond", at);
    }
    await(Set.of(LOG), position, deadline);
    Instant time =
        jdbc.sql(
                """
                select recorded_at from view.history_entry where position <= :position
                 order by position desc limit 1
                """)
            .param("position", position)
            .query(OffsetDateTime.class)
            .optional()
            .map(OffsetDateTime::toInstant)
            .orElse(Instant.EPOCH);
    return new Moment(position, time, LocalTime.dayOf(time), true);
  }

  /**
   * The greatest position recorded until then. Clocks of several writers may disagree a little, so
   * that the greatest one need not be the one that was recorded last: it is looked for among those
   * that follow it.
   */
  private long positionAt(Instant time) {
    return jdbc.sql(
            """
            with last as (
              select position from view.history_entry where recorded_at <= :time
               order by recorded_at desc, position desc limit 1)
            select coalesce(
              (select max(near.position) from (
                 select h.position, h.recorded_at from view.history_entry h, last
                  where h.position between last.position and last.position + :disorder
                 offset 0) near -- or the planner would read all that was recorded before
                where near.recorded_at <= :time),
              (select min(position) - 1 from view.history_entry),
              -1)
            """)
        .param("time", Timestamp.from(time))
        .param("disorder", LARGEST_DISORDER)
        .query(Long.class)
        .single();
  }

  private long positionOf(String mark, long deadline) {
    int at = mark.lastIndexOf('@');
    long sequence;
    try {
      sequence = Long.parseLong(mark.substring(at + 1));
    } catch (NumberFormatException e) {
      throw malformed("after", "query.after", mark);
    }
    if (at < 1 || sequence < 0 || mark.indexOf('\0') >= 0) {
      throw malformed("after", "query.after", mark);
    }
    List<Long> found = new ArrayList<>();
    until(
        deadline,
        () -> {
          found.addAll(
              jdbc.sql(
                      """
                      select position from view.history_entry
                       where subject = :subject and sequence = :sequence
                      """)
                  .param("subject", mark.substring(0, at))
                  .param("sequence", sequence)
                  .query(Long.class)
                  .list());
          return !found.isEmpty();
        });
    return found.getFirst();
  }

  private void await(Set<String> groups, long position, long deadline) {
    until(deadline, () -> watermarks.of(groups) >= position);
  }

  private void until(long deadline, BooleanSupplier reached) {
    if (!Waiting.until(deadline, reached)) {
      throw new NotYet(patience);
    }
  }

  private static Refusal malformed(String field, String message, @Nullable String value) {
    return Refusal.invalid(List.of(FieldError.of(field, message, String.valueOf(value))));
  }
}
