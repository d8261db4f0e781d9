package plantrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import plantrail.platform.access.LimitedSignIn.TooManyAttempts;

class LimitedSignInTest {
  private Instant now = Instant.parse("2026-11-21T03:00:00Z");
  private final InstantSource moved = () -> now;
  private final Clock clock = moved.withZone(ZoneOffset.UTC);
  private final LimitedSignIn signIn =
      new LimitedSignIn(
          asked -> {
            if (!"right".equals(asked.getCredentials())) {
              throw new BadCredentialsException("wrong");
            }
            return asked;
          },
          clock);

  private Authentication attempt(String username, String password, String address) {
    UsernamePasswordAuthenticationToken asked =
        UsernamePasswordAuthenticationToken.unauthenticated(username, password);
    asked.setDetails(new WebAuthenticationDetails(address, null));
    return signIn.authenticate(asked);
  }

  private void wrong(String username, int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> attempt(username, "wrong", "192.0.2.1"))
          .isInstanceOf(BadCredentialsException.class);
    }
  }

  private void mustWait(String username) {
    assertThatThrownBy(() -> attempt(username, "right", "192.0.2.1"))
        .isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void afterFiveWrongPasswordsEvenTheRightOneHasToWaitAMinute() {
    wrong("hoa", 5);
    mustWait("hoa");

    now = now.plus(Duration.ofSeconds(59));
    mustWait("hoa");

    now = now.plus(Duration.ofSeconds(1));
    assertThat(attempt("hoa", "right", "192.0.2.1").getName()).isEqualTo("hoa");
  }

  @Test
  void whoGoesOnGuessingGetsOneGuessAMinute() {
    wrong("hoa", 5);
    now = now.plus(Duration.ofMinutes(1));

    wrong("hoa", 1);

    mustWait("hoa");
  }

  @Test
  void theRightPasswordClearsWhatWasWrongBefore() {
    wrong("hoa", 4);
    attempt("hoa", "right", "192.0.2.1");

    wrong("hoa", 4);

    assertThat(attempt("hoa", "right", "192.0.2.1").getName()).isEqualTo("hoa");
  }

  @Test
  void othersAndTheSamePersonFromElsewhereAreNotHeldUp() {
    wrong("hoa", 5);

    assertThat(attempt("lan", "right", "192.0.2.1").getName()).isEqualTo("lan");
    assertThat(attempt("hoa", "right", "192.0.2.2").getName()).isEqualTo("hoa");
  }

  @Test
  void guessingManyNamesDoesNotFillTheMemory() {
    wrong("first", 5);
    for (int i = 0; i < 10_000; i++) {
      wrong("name" + i, 1);
    }

    assertThat(attempt("first", "right", "192.0.2.1").getName()).isEqualTo("first");
  }

  /**
   * Gives the password of that name many times at once; how many were looked at, let in, made wait.
   */
  private Map<String, Integer> atOnce(String password, int times) throws Exception {
    AtomicInteger looked = new AtomicInteger();
    LimitedSignIn slow =
        new LimitedSignIn(
            asked -> {
              looked.incrementAndGet();
              LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
              if (!"right".equals(asked.getCredentials())) {
                throw new BadCredentialsException("wrong");
              }
              return asked;
            },
            clock);
    AtomicInteger in = new AtomicInteger();
    AtomicInteger waiting = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        all.add(
            threads.submit(() -> {
              start.await();
              try {
                slow.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated("hoa", password));
                in.incrementAndGet();
              } catch (TooManyAttempts e) {
                waiting.incrementAndGet();
              } catch (BadCredentialsException e) {
                // counted as looked at
              }
              return null;
            }));
      }
      start.countDown();
      for (Future<?> each : all) {
        each.get();
      }
    }
    return Map.of("looked", looked.get(), "in", in.get(), "waiting", waiting.get());
  }

  @Test
  void guessesAtTheSameTimeCountEachOfThem() throws Exception {
    assertThat(atOnce("wrong", 40)).isEqualTo(Map.of("looked", 5, "in", 0, "waiting", 35));
  }

  @Test
  void aProgramsManyRequestsAtTheSameTimeAreAllLetIn() throws Exception {
    assertThat(atOnce("right", 40)).isEqualTo(Map.of("looked", 40, "in", 40, "waiting", 0));
  }
}
