package plantrail.platform.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import plantrail.kernel.message.MetadataKeys;

/**
 * Lets every event say where it comes from: what caused it, what began the chain, who acts, and
 * whether it belongs to the sample. An automation says all of that with its command itself: from
 * the event that it follows it inherits neither person nor mandate.
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
          MetadataKeys.SAMPLE,
          MetadataKeys.HAPPENED_ON,
          MetadataKeys.BACKDATING_REASON);

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    if (!(message instanceof CommandMessage)) {
      return Map.of();
    }
    Map<String, Object> data = new LinkedHashMap<>();
    for (String key : INHERITED) {
      Object value = message.getMetaData().get(key);
      if (value != null) {
        data.put(key, value);
      }
    }
    data.put(
        MetadataKeys.CORRELATION,
        message.getMetaData().getOrDefault(MetadataKeys.CORRELATION, message.getIdentifier()));
    data.put(MetadataKeys.CAUSATION, message.getIdentifier());
    return data;
  }
}
