package plantrail.command.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Shows whether the clock keeps up. */
@Component
class NoticeMeters implements MeterBinder {
  private final DueMoments moments;
  private final Clock clock;

  NoticeMeters(DueMoments moments, @Qualifier("clock") Clock clock) {
    this.moments = moments;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("plantrail.clock.waiting", () -> moments.waiting(clock.instant()))
        .description("Due moments that have come and were not spoken of yet")
        .register(registry);
  }
}
