package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.kernel.message.Refusal;
import plantrail.platform.time.EventClock;

/** What a key gives back, and whose it is while a command is worked on, on two nodes. */
class FirstAnswersIT extends CommandSideTest {
  private static final Duration AT_ONCE = Duration.ofMillis(10);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final FirstAnswers.Answer DONE = new FirstAnswers.Answer(200, "{}");

  @Autowired private EventClock clock;
  private String key = "";
  private FirstAnswers here;
  private FirstAnswers there;

  private FirstAnswers node(Duration longestWait, Duration betweenRenewals) {
    return new FirstAnswers(jdbc, clock, longestWait, betweenRenewals);
  }

  @BeforeEach
  void nodes() {
    key = UUID.randomUUID().toString();
    here = node(LONG, LONG);
    there = node(AT_ONCE, LONG);
  }

  @AfterEach
  void stop() {
    here.destroy();
    there.destroy();
  }

  private FirstAnswers.Answer give(FirstAnswers node, String request, FirstAnswers.Answer answer) {
    return node.of("HGI", key, request, () -> answer);
  }

  private void expire() {
    assertThat(
            jdbc.sql(
                    """
                    update command.answer set leased_until = clock_timestamp() - interval '1 second'
                     where key = ?
                    """)
                .param(key)
                .update())
        .isEqualTo(1);
  }

  @Test
  void anOutcomeIsGivenAgainAndARefusalIsNot() {
    assertThat(give(here, "a", new FirstAnswers.Answer(409, "no")))
        .isEqualTo(new FirstAnswers.Answer(409, "no"));
    assertThat(give(here, "b", DONE)).isEqualTo(DONE);
    assertThat(give(there, "b", new FirstAnswers.Answer(200, "another"))).isEqualTo(DONE);
  }

  @Test
  void aKeyIsOfOneCommandAlone() {
    give(here, "a", DONE);

    assertThatThrownBy(() -> give(there, "b", DONE)).isInstanceOf(Refusal.class);
  }

  @Test
  void aSlowCommandIsNotDoneTwiceAndAnotherOneWithItsKeyIsRefused() {
    AtomicInteger times = new AtomicInteger();
    here.of(
        "HGI",
        key,
        "a",
        () -> {
          times.incrementAndGet();
          assertThatThrownBy(() ->
                  there.of(
                      "HGI", key, "a", () -> new FirstAnswers.Answer(times.incrementAndGet(), "")))
              .isInstanceOf(FirstAnswers.Underway.class);
          assertThatThrownBy(() -> give(there, "b", DONE)).isInstanceOf(Refusal.class);
          return DONE;
        });

    assertThat(times).hasValue(1);
    assertThat(give(there, "a", new FirstAnswers.Answer(200, "another"))).isEqualTo(DONE);
  }

  @Test
  void whoWaitsGetsTheFirstAnswer() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<FirstAnswers.Answer> first =
          threads.submit(() ->
              here.of(
                  "HGI",
                  key,
                  "a",
                  () -> {
                    begun.countDown();
                    await(go);
                    return DONE;
                  }));
      await(begun);
      Future<FirstAnswers.Answer> second =
          threads.submit(() -> give(here, "a", new FirstAnswers.Answer(200, "another")));
      go.countDown();

      assertThat(first.get()).isEqualTo(DONE);
      assertThat(second.get()).isEqualTo(DONE);
    }
  }

  @Test
  void theKeyOfADeadNodeIsFreeWhenItsLeaseIsOver() {
    here.of(
        "HGI",
        key,
        "a",
        () -> {
          expire();
          assertThat(give(there, "a", DONE)).isEqualTo(DONE);
          return new FirstAnswers.Answer(409, "too late");
        });

    assertThat(give(there, "a", new FirstAnswers.Answer(200, "another"))).isEqualTo(DONE);
  }

  @Test
  void theLeaseOfALivingNodeIsRenewed() {
    FirstAnswers living = node(LONG, AT_ONCE);
    try {
      living.of(
          "HGI",
          key,
          "a",
          () -> {
            expire();
            long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!leased() && System.nanoTime() < end) {
              Thread.onSpinWait();
            }
            assertThat(leased()).isTrue();
            return DONE;
          });
    } finally {
      living.destroy();
    }
  }

  private boolean leased() {
    return jdbc.sql("select leased_until > clock_timestamp() from command.answer where key = ?")
        .param(key)
        .query(Boolean.class)
        .single();
  }

  @Test
  void firstAnswersAreForgottenAfterADay() {
    OffsetDateTime yesterday =
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusHours(25);
    jdbc.sql(
            "insert into command.answer (person, key, request, status, body, given_at)"
                + " values ('HGI', 'old', 'x', 200, '{}', ?), ('HGI', 'young', 'x', 200, '{}', ?)")
        .params(yesterday, yesterday.plusHours(2))
        .update();

    give(here, "new", DONE);

    assertThat(
            jdbc.sql("select key from command.answer where key in ('old', 'young')")
                .query(String.class)
                .list())
        .containsExactly("young");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
