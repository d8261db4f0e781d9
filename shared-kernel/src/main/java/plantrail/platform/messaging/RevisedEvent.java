package plantrail.platform.messaging;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import plantrail.kernel.catalog.Revised;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads an event of an earlier revision as one of the next. */
public final class RevisedEvent extends SingleEventUpcaster {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Behind the name of a list: every element of it. */
  private static final String EACH = "[]";

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
          revised.added().forEach((path, value) -> add(payload, path, value));
          return payload;
        });
  }

  private static void add(JsonNode part, String path, String value) {
    String[] steps = path.split("\\.", 2);
    if (steps.length == 1) {
      ((ObjectNode) part).set(path, JSON.readTree(value));
    } else if (steps[0].endsWith(EACH)) {
      String list = steps[0].substring(0, steps[0].length() - EACH.length());
      part.get(list).forEach(element -> add(element, steps[1], value));
    } else {
      add(part.get(steps[0]), steps[1], value);
    }
  }
}
