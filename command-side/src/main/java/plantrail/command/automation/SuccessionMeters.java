package plantrail.command.automation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import plantrail.kernel.calendar.LocalTime;

/** Shows what is open and stands with agencies that are no more. */
@Component
class SuccessionMeters implements MeterBinder {
  private final OpenDuties duties;
  private final Clock clock;

  SuccessionMeters(OpenDuties duties, @Qualifier("clock") Clock clock) {
    this.duties = duties;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("plantrail.succession.left", () -> duties.left(LocalTime.dayOf(clock.instant())))
        .description(
            "Parts in what is open that stand with agencies that are no more: on their way to a"
                + " successor, or nobody took over")
        .register(registry);
  }
}
