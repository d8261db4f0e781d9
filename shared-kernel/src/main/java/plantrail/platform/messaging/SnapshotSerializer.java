package plantrail.platform.messaging;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.stereotype.Aggregate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.catalog.EventCatalog;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Writes what an aggregate has come to: its fields, under the aggregate's name and revision; events
 * among them are told apart by theirs. A snapshot is a cache: one of another revision, or that is
 * not wholly understood, is as if it were not there.
 */
public final class SnapshotSerializer extends Jackson3Serializer {
  private static final Logger log = LoggerFactory.getLogger(SnapshotSerializer.class);

  private final Map<String, Class<?>> aggregates;

  /** Says of an event which one it is, as in {@code {"task-accepted/1": {…}}}. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  private interface Named {}

  /**
   * @param aggregates all aggregates there are, each with a type and a {@link Revision}
   */
  public SnapshotSerializer(EventCatalog catalog, Collection<Class<?>> aggregates) {
    super(builder().jsonMapperBuilderCustomizer(json -> fields(json, catalog)));
    this.aggregates = aggregates.stream().collect(toMap(SnapshotSerializer::nameOf, each -> each));
  }

  private static void fields(JsonMapper.Builder json, EventCatalog catalog) {
    EventSerializer.strict(json);
    json.changeDefaultVisibility(visible ->
            visible
                .withFieldVisibility(Visibility.ANY)
                .withGetterVisibility(Visibility.NONE)
                .withIsGetterVisibility(Visibility.NONE))
        .addMixIn(DomainEvent.class, Named.class);
    catalog
        .types()
        .forEach(event ->
            json.registerSubtypes(
                new NamedType(
                    event, EventCatalog.nameOf(event) + "/" + EventCatalog.revisionOf(event))));
  }

  private static String nameOf(Class<?> aggregate) {
    return aggregate.getAnnotation(Aggregate.class).type();
  }

  /** Whether the snapshot tells all of an aggregate, in the shape that is known here. */
  public boolean understands(DomainEventData<?> snapshot) {
    SerializedType type = snapshot.getPayload().getType();
    Class<?> aggregate = aggregates.get(type.getName());
    if (aggregate == null || !typeForClass(aggregate).equals(type)) {
      return false;
    }
    try {
      Object read = deserialize(snapshot.getPayload());
      for (Field field : aggregate.getDeclaredFields()) {
        field.setAccessible(true);
        if (!Modifier.isStatic(field.getModifiers()) && field.get(read) == null) {
          throw new SerializationException(field.getName() + " is missing");
        }
      }
      return true;
    } catch (SerializationException | IllegalAccessException e) {
      log.warn(
          "The snapshot of {} {} is passed over: {}",
          type.getName(),
          snapshot.getAggregateIdentifier(),
          NestedExceptionUtils.getMostSpecificCause(e).getMessage());
      return false;
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // the shape is Axon's
  public SerializedType typeForClass(Class type) {
    return aggregates.containsValue(type)
        ? new SimpleSerializedType(nameOf(type), EventCatalog.revisionOf(type))
        : super.typeForClass(type);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    Class<?> aggregate = aggregates.get(type.getName());
    return aggregate == null ? super.classForType(type) : aggregate;
  }
}
