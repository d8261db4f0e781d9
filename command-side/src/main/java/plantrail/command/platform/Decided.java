package plantrail.command.platform;

import java.util.List;
import org.axonframework.modelling.command.AggregateLifecycle;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.message.Outcome;

/** The way from a decision's events into the aggregate that is being handled. */
public final class Decided {
  private Decided() {}

  /** Applies the events and tells what came of the command. */
  public static Outcome apply(String id, List<? extends DomainEvent> events) {
    events.forEach(AggregateLifecycle::apply);
    Long version = AggregateLifecycle.getVersion();
    return new Outcome(
        id,
        events.stream().map(event -> EventCatalog.nameOf(event.getClass())).toList(),
        Outcome.mark(id, version == null ? 0 : version));
  }
}
