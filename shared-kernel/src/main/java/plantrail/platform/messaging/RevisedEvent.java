package plantrail.platform.messaging;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import plantrail.kernel.catalog.Revised;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads an event of an earlier revision as one of the next. */
public final class RevisedEvent extends SingleEventUpcaster {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Revised revised;

  public RevisedEvent(Revised revised) {
    this.revised = revised;
  }

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation stored) {
    return stored.getType().getName().equals(revised.event())
        && revised.from().equals(stored.getType().getRevision());
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
    return stored.upcastPayload(
        new SimpleSerializedType(revised.event(), revised.to()),
        ObjectNode.class,
        payload -> {
          revised.added().forEach((field, value) -> payload.set(field, JSON.readTree(value)));
          return payload;
        });
  }
}
