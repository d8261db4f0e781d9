package plantrail.command.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.platform.time.EventClock;

/**
 * Remembers the outcome of a command that carried an Idempotency-Key, for a day: the same key from
 * the same person gives that answer again and does nothing. A refusal is no outcome; what was
 * refused may be corrected and sent again with its key.
 *
 * <p>While a command is worked on its key is leased, for as long as this process lives and a little
 * longer: so it is never worked on twice, and free again soon after a kill. Leases go by the
 * database's clock, the same for all nodes.
 */
@Component
class FirstAnswers implements DisposableBean {
  static final int LONGEST_KEY = 128;
  static final Duration RETRY = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(FirstAnswers.class);
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
  private static final Duration POLL = Duration.ofMillis(50);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration longestWait;
  private final Set<UUID> underway = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService renewals =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("key-leases").daemon().factory());
  private volatile OffsetDateTime nextSweep = OffsetDateTime.MIN;

  @Autowired
  FirstAnswers(JdbcClient jdbc, EventClock clock) {
    this(jdbc, clock, Duration.ofSeconds(30), BETWEEN_RENEWALS);
  }

  /**
   * @param longestWait how long a second call waits for the first one's answer
   * @param betweenRenewals how often the leases of what is worked on are renewed
   */
  FirstAnswers(JdbcClient jdbc, EventClock clock, Duration longestWait, Duration betweenRenewals) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.longestWait = longestWait;
    renewals.scheduleWithFixedDelay(
        this::renew, betweenRenewals.toMillis(), betweenRenewals.toMillis(), TimeUnit.MILLISECONDS);
  }

  record Answer(int status, String body) {
    private boolean isOutcome() {
      return status >= 200 && status < 300;
    }
  }

  /** The first command with that key is still being worked on. */
  static final class Underway extends RuntimeException {}

  /**
   * The first answer if there was one, else the one that comes now.
   *
   * @throws Underway if the first call with that key takes longer than a second one waits
   * @throws Refusal INVALID_ARGUMENT if the key is another command's
   */
  Answer of(String person, String key, String request, Supplier<Answer> work) {
    new Check().text(key, "Idempotency-Key", LONGEST_KEY).done();
    sweep();
    String digest = digest(request);
    UUID claim = UUID.randomUUID();
    long begun = System.nanoTime();
    while (!claim(person, key, digest, claim)) {
      Optional<Answer> first = find(person, key, digest);
      if (first.isPresent()) {
        return first.get();
      }
      if (System.nanoTime() - begun > longestWait.toNanos()) {
        throw new Underway();
      }
      pause();
    }
    underway.add(claim);
    try {
      Answer answer = work.get();
      if (answer.isOutcome()) {
        keep(claim, answer);
      } else {
        forget(claim);
      }
      return answer;
    } catch (RuntimeException e) {
      forget(claim);
      throw e;
    } finally {
      underway.remove(claim);
    }
  }

  /** Whether the work is ours to do: nobody began it, or whoever did was killed at it. */
  private boolean claim(String person, String key, String digest, UUID claim) {
    return jdbc.sql(
                """
                insert into command.answer as a (
                  person, key, request, given_at, claim, leased_until)
                values (
                  :person, :key, :request, :now, :claim,
                  clock_timestamp() + make_interval(secs => :lease))
                on conflict (person, key) do update
                  set request = excluded.request, status = null, body = null,
                      given_at = excluded.given_at, claim = excluded.claim,
                      leased_until = excluded.leased_until
                where (a.status is not null and a.given_at < :expired)
                   or (a.status is null and a.leased_until < clock_timestamp())
                """)
            .param("person", person)
            .param("key", key)
            .param("request", digest)
            .param("now", now())
            .param("claim", claim)
            .param("lease", LEASE.toSeconds())
            .param("expired", now().minus(KEPT))
            .update()
        == 1;
  }

  private void renew() {
    String[] claims = underway.stream().map(UUID::toString).toArray(String[]::new);
    if (claims.length == 0) {
      return;
    }
    try {
      jdbc.sql(
              """
              update command.answer
                 set leased_until = clock_timestamp() + make_interval(secs => :lease)
               where claim = any (cast(:claims as uuid[])) and status is null
              """)
          .param("lease", LEASE.toSeconds())
          .param("claims", claims)
          .update();
    } catch (RuntimeException e) {
      // Tried again soon; an exception would end the renewals for good.
      log.warn("Leases of idempotency keys could not be renewed", e);
    }
  }

  private Optional<Answer> find(String person, String key, String digest) {
    record Row(String request, Optional<Answer> answer) {}
    return jdbc.sql("select * from command.answer where person = :person and key = :key")
        .param("person", person)
        .param("key", key)
        .query((row, number) ->
            new Row(
                row.getString("request"),
                row.getObject("status") == null
                    ? Optional.empty()
                    : Optional.of(new Answer(row.getInt("status"), row.getString("body")))))
        .optional()
        .flatMap(row -> {
          if (!row.request().equals(digest)) {
            throw Refusal.invalid(
                List.of(FieldError.of("Idempotency-Key", "field.key-of-another-command")));
          }
          return row.answer();
        });
  }

  private void keep(UUID claim, Answer answer) {
    jdbc.sql("update command.answer set status = :status, body = :body where claim = :claim")
        .param("claim", claim)
        .param("status", answer.status())
        .param("body", answer.body())
        .update();
  }

  private void forget(UUID claim) {
    jdbc.sql("delete from command.answer where claim = ?").param(claim).update();
  }

  @Override
  public void destroy() {
    renewals.shutdownNow();
  }

  private void sweep() {
    OffsetDateTime now = now();
    if (now.isBefore(nextSweep)) {
      return;
    }
    nextSweep = now.plus(BETWEEN_SWEEPS);
    jdbc.sql(
            """
            delete from command.answer
             where given_at < :expired
               and (status is not null or leased_until < clock_timestamp())
            """)
        .param("expired", now.minus(KEPT))
        .update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(String request) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(request.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
