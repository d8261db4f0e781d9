package plantrail.command.automation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Shows whether the opening of duties keeps up. */
@Component
class RollOutMeters implements MeterBinder {
  private final RollOuts rollOuts;

  RollOutMeters(RollOuts rollOuts) {
    this.rollOuts = rollOuts;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("plantrail.rollout.open", rollOuts::open)
        .description("Duties of issued plans that are still to be opened")
        .register(registry);
    Gauge.builder("plantrail.rollout.failing", rollOuts::failing)
        .description("Changes of plans whose duties cannot be opened; they are tried again")
        .register(registry);
  }
}
