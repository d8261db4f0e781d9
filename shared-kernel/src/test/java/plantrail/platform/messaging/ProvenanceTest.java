package plantrail.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import plantrail.kernel.message.MetadataKeys;

class ProvenanceTest {
  private static final Map<String, String> BY_MANDATE =
      Map.of(
          MetadataKeys.ACTOR, "b",
          MetadataKeys.AGENCY, "P",
          MetadataKeys.MANDATE, "m-1",
          MetadataKeys.CORRELATION, "root");

  private final Provenance provenance = new Provenance();

  @Test
  void anEventSaysWhoGaveItsCommandAndWhatBeganTheChain() {
    GenericCommandMessage<String> command = new GenericCommandMessage<>("a command", BY_MANDATE);

    assertThat(provenance.correlationDataFor(command))
        .isEqualTo(
            Map.of(
                MetadataKeys.ACTOR, "b",
                MetadataKeys.AGENCY, "P",
                MetadataKeys.MANDATE, "m-1",
                MetadataKeys.CORRELATION, "root",
                MetadataKeys.CAUSATION, command.getIdentifier()));
  }

  @Test
  void whatFollowsAnEventInheritsNeitherItsPersonNorTheMandate() {
    assertThat(provenance.correlationDataFor(new GenericEventMessage<>("an event", BY_MANDATE)))
        .isEmpty();
  }
}
