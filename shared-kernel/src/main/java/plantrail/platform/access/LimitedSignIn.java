package plantrail.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Slows down whoever guesses passwords: after {@value #FREE} wrong ones in a row for an account
 * from one address, one further attempt a minute is looked at. Others are not held up by it.
 */
class LimitedSignIn implements AuthenticationManager {
  static final int FREE = 5;
  static final Duration WAIT = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;
  private static final int LONGEST_USERNAME = 100;

  private final AuthenticationManager signIn;
  private final Clock clock;
  private final Map<Who, Integer> underway = new HashMap<>();
  private final Map<Who, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Who, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  LimitedSignIn(AuthenticationManager signIn, Clock clock) {
    this.signIn = signIn;
    this.clock = clock;
  }

  private record Who(String username, @Nullable String address) {
    static Who of(Authentication asked) {
      String name = asked.getName();
      return new Who(
          name.substring(0, Math.min(name.length(), LONGEST_USERNAME)),
          asked.getDetails() instanceof WebAuthenticationDetails details
              ? details.getRemoteAddress()
              : null);
    }
  }

  private record Failures(int count, Instant last) {}

  /** Says that it has to wait. */
  static final class TooManyAttempts extends AuthenticationException {
    TooManyAttempts() {
      super("Too many wrong passwords in a row");
    }

    /** How long it has to wait, in the headers of the answer. */
    HttpHeaders headers() {
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(WAIT.toSeconds()));
      return headers;
    }
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    Who who = Who.of(asked);
    begin(who);
    try {
      Authentication signedIn = signIn.authenticate(asked);
      forget(who);
      return signedIn;
    } catch (BadCredentialsException e) {
      note(who);
      throw e;
    } finally {
      end(who);
    }
  }

  /**
   * Lets no more attempts be looked at together than may still be wrong; further ones wait for how
   * those end, so that guesses at the same time do not slip in together and a program's many right
   * requests are not refused.
   */
  private synchronized void begin(Who who) {
    while (underway.getOrDefault(who, 0) >= free(failures.get(who))) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    underway.merge(who, 1, Integer::sum);
  }

  private synchronized void end(Who who) {
    underway.computeIfPresent(who, (_, count) -> count > 1 ? count - 1 : null);
    notifyAll();
  }

  /** How many further attempts may be wrong. */
  private int free(@Nullable Failures before) {
    if (before == null) {
      return FREE;
    }
    if (before.count() < FREE) {
      return FREE - before.count();
    }
    if (clock.instant().isBefore(before.last().plus(WAIT))) {
      throw new TooManyAttempts();
    }
    return 1;
  }

  private synchronized void note(Who who) {
    // Taken out and put in again, so that the longest unheard of goes first.
    Failures before = failures.remove(who);
    failures.put(who, new Failures(before == null ? 1 : before.count() + 1, clock.instant()));
  }

  private synchronized void forget(Who who) {
    failures.remove(who);
  }
}
