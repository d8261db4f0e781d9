package plantrail.platform.messaging;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The serializer of messages and tokens; events and snapshots have their own. */
public final class GeneralSerializer {
  private GeneralSerializer() {}

  public static Serializer create() {
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(GeneralSerializer::allowTypedTokens)
        .build();
  }

  /** Axon's replay tokens name the classes within them; without leave they cannot be read back. */
  private static void allowTypedTokens(JsonMapper.Builder json) {
    json.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .polymorphicTypeValidator(
            BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.lang.")
                .allowIfSubType("java.util.")
                .allowIfSubType("plantrail.")
                .build());
  }
}
