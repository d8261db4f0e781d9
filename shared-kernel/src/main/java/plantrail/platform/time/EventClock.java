package plantrail.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import plantrail.kernel.message.MetadataKeys;

/**
 * Dates events: the system's clock, save for commands of the sample data, which carry the moment at
 * which they count as recorded. Microseconds, as the database keeps them.
 */
public final class EventClock extends Clock {
  private final Clock clock;
  private final boolean sample;

  /**
   * @param sample whether sample data may carry a moment of its own
   */
  public EventClock(Clock clock, boolean sample) {
    this.clock = clock;
    this.sample = sample;
  }

  @Override
  public Instant instant() {
    Instant now = clock.instant();
    if (sample && CurrentUnitOfWork.isStarted()) {
      Object sampleTime =
          CurrentUnitOfWork.get().getMessage().getMetaData().get(MetadataKeys.SAMPLE_TIME);
      if (sampleTime instanceof String text) {
        now = Instant.parse(text);
      }
    }
    return now.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new EventClock(clock.withZone(zone), sample);
  }
}
