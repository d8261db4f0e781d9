package plantrail.platform.messaging;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.catalog.EventCatalog;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events under their logical names, in the order in which they declare their components, and
 * reads them strictly: an unknown name or revision, an unknown field or a missing one is an error.
 */
public final class EventSerializer extends Jackson3Serializer {
  private final EventCatalog catalog;

  public EventSerializer(EventCatalog catalog) {
    super(builder().jsonMapperBuilderCustomizer(EventSerializer::strict));
    this.catalog = catalog;
  }

  static void strict(JsonMapper.Builder json) {
    json.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  }

  @Override
  @SuppressWarnings("rawtypes") // the shape is Axon's
  public SerializedType typeForClass(Class type) {
    return DomainEvent.class.isAssignableFrom(type)
        ? new SimpleSerializedType(EventCatalog.nameOf(type), EventCatalog.revisionOf(type))
        : super.typeForClass(type);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    String name = type.getName();
    if (name.indexOf('.') >= 0 || type.equals(SerializedType.emptyType())) {
      return super.classForType(type);
    }
    Class<?> event;
    try {
      event = catalog.typeOf(name);
    } catch (IllegalArgumentException e) {
      throw new SerializationException(e.getMessage(), e);
    }
    String known = EventCatalog.revisionOf(event);
    if (!known.equals(type.getRevision())) {
      throw new SerializationException(
          "The log holds “"
              + name
              + "” in revision "
              + type.getRevision()
              + ", and no upcaster leads from it to revision "
              + known);
    }
    return event;
  }
}
