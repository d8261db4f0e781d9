package plantrail.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    Who who = Who.of(asked);
    if (mustWait(who)) {
      throw new TooManyAttempts();
    }
    try {
      Authentication signedIn = signIn.authenticate(asked);
      forget(who);
      return signedIn;
    } catch (BadCredentialsException e) {
      note(who);
      throw e;
    }
  }

  private synchronized boolean mustWait(Who who) {
    Failures before = failures.get(who);
    return before != null
        && before.count() >= FREE
        && clock.instant().isBefore(before.last().plus(WAIT));
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
