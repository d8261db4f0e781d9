package plantrail.acceptance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import plantrail.kernel.calendar.LocalTime;

/** A clock that a test moves on; like time itself it never goes back. */
final class TestClock extends Clock {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  /** It is that hour of that day in Vietnam. */
  void set(String day, int hour) {
    Instant moment = instantOf(day, hour);
    Assertions.assertThat(moment).isAfterOrEqualTo(now.get());
    now.set(moment);
  }

  /** Whether that hour of that day is still to come. */
  boolean isBefore(String day, int hour) {
    return instant().isBefore(instantOf(day, hour));
  }

  /** What day it is in Vietnam, for example {@code 2024-02-28}. */
  String day() {
    return LocalTime.dayOf(instant()).toString();
  }

  private static Instant instantOf(String day, int hour) {
    return LocalDate.parse(day).atTime(hour, 0).atZone(LocalTime.ZONE).toInstant();
  }

  /** Some time has passed. */
  void tick() {
    now.updateAndGet(instant -> instant.plusSeconds(60));
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
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
