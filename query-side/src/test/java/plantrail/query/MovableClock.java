package plantrail.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that tests set; it goes on from there, since processors measure their pauses by it. */
public final class MovableClock extends Clock {
  private volatile Duration offset = Duration.ZERO;

  MovableClock() {
    set(Instant.parse("2024-12-31T05:00:00Z"));
  }

  public void set(Instant instant) {
    this.offset = Duration.between(Instant.now(), instant);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(offset);
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
