package plantrail.acceptance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import plantrail.kernel.calendar.LocalTime;

/** A clock that a test moves on. */
final class TestClock extends Clock {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  /** Puts the clock in the place of the system's. */
  @Configuration(proxyBeanMethods = false)
  static class Instead {
    static final TestClock CLOCK = new TestClock();

    @Bean
    Clock clock() {
      return CLOCK;
    }
  }

  /** It is that hour of that day in Vietnam. */
  void set(String day, int hour) {
    now.set(LocalDate.parse(day).atTime(hour, 0).atZone(LocalTime.ZONE).toInstant());
  }

  /** Some time has passed. */
  void tick() {
    now.updateAndGet(instant -> instant.plusSeconds(60));
  }

  @Override
  public Instant instant() {
    return java.util.Objects.requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
