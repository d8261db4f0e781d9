package plantrail.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that tests set; it goes on from there, since processors measure their pauses by it. */
public final class MovableClock extends Clock {
  private volatile Duration offset = Duration.ZERO;

  public MovableClock(Instant begin) {
    set(begin);
  }

  public final void set(Instant instant) {
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
