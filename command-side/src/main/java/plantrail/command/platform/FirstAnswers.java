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
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.platform.time.EventClock;

/**
 * Remembers the first answer to a command that carried an Idempotency-Key, for a day: the same key
 * from the same person gives that answer again and does nothing.
 */
@Component
class FirstAnswers {
  static final int LONGEST_KEY = 128;

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration LONGEST_WORK = Duration.ofSeconds(30);
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
  private static final Duration POLL = Duration.ofMillis(50);

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile OffsetDateTime nextSweep = OffsetDateTime.MIN;

  FirstAnswers(JdbcClient jdbc, EventClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record Answer(int status, String body) {}

  /** The first answer if there was one, else the one that comes now. */
  Answer of(String person, String key, String request, Supplier<Answer> work) {
    new Check().text(key, "Idempotency-Key", LONGEST_KEY).done();
    sweep();
    String digest = digest(request);
    OffsetDateTime giveUp = now().plus(LONGEST_WORK);
    while (!claim(person, key, digest)) {
      Optional<Answer> first = find(person, key, digest);
      if (first.isPresent()) {
        return first.get();
      }
      if (now().isAfter(giveUp)) {
        throw Refusal.of(RefusalCode.CONFLICT, "refusal.conflict");
      }
      pause();
    }
    try {
      Answer answer = work.get();
      if (answer.status() >= 500) {
        forget(person, key);
      } else {
        keep(person, key, answer);
      }
      return answer;
    } catch (RuntimeException e) {
      forget(person, key);
      throw e;
    }
  }

  /** Whether the work is ours to do: nobody began it, or whoever did was killed at it. */
  private boolean claim(String person, String key, String digest) {
    return jdbc.sql(
                """
                insert into command.answer as a (person, key, request, given_at)
                values (:person, :key, :request, :now)
                on conflict (person, key) do update
                  set request = excluded.request, status = null, body = null,
                      given_at = excluded.given_at
                where a.given_at < :expired or (a.status is null and a.given_at < :abandoned)
                """)
            .param("person", person)
            .param("key", key)
            .param("request", digest)
            .param("now", now())
            .param("expired", now().minus(KEPT))
            .param("abandoned", now().minus(LONGEST_WORK))
            .update()
        == 1;
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

  private void keep(String person, String key, Answer answer) {
    jdbc.sql(
            """
            update command.answer set status = :status, body = :body
             where person = :person and key = :key
            """)
        .param("person", person)
        .param("key", key)
        .param("status", answer.status())
        .param("body", answer.body())
        .update();
  }

  private void forget(String person, String key) {
    jdbc.sql("delete from command.answer where person = :person and key = :key")
        .param("person", person)
        .param("key", key)
        .update();
  }

  private void sweep() {
    OffsetDateTime now = now();
    if (now.isBefore(nextSweep)) {
      return;
    }
    nextSweep = now.plus(BETWEEN_SWEEPS);
    jdbc.sql("delete from command.answer where given_at < :expired")
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
