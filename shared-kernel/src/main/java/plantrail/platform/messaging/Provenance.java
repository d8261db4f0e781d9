package plantrail.platform.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import plantrail.kernel.message.MetadataKeys;

/**
 * Lets every message say where it comes from: what caused it, what began the chain, who acts, and
 * whether it belongs to the sample.
 */
public final class Provenance implements CorrelationDataProvider {
  private static final List<String> INHERITED =
      List.of(
          MetadataKeys.ACTOR,
          MetadataKeys.ACTOR_NAME,
          MetadataKeys.AGENCY,
          MetadataKeys.ROLE,
          MetadataKeys.MANDATE,
          MetadataKeys.MANDATOR_NAME,
          MetadataKeys.SAMPLE);

  /** What a command says of itself alone, not of what follows from its events. */
  private static final List<String> OF_THE_STEP =
      List.of(MetadataKeys.HAPPENED_ON, MetadataKeys.BACKDATING_REASON);

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    Map<String, Object> data = new LinkedHashMap<>();
    copy(INHERITED, message, data);
    if (message instanceof CommandMessage) {
      copy(OF_THE_STEP, message, data);
    }
    data.put(
        MetadataKeys.CORRELATION,
        message.getMetaData().getOrDefault(MetadataKeys.CORRELATION, message.getIdentifier()));
    data.put(MetadataKeys.CAUSATION, message.getIdentifier());
    return data;
  }

  private static void copy(List<String> keys, Message<?> message, Map<String, Object> data) {
    for (String key : keys) {
      Object value = message.getMetaData().get(key);
      if (value != null) {
        data.put(key, value);
      }
    }
  }
}
