package plantrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.command.platform.Snapshots;
import plantrail.command.platform.Taken;
import plantrail.kernel.catalog.DomainEvents;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.platform.messaging.EventSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a snapshot keeps, and which ones are as if they were not there. */
class SnapshotTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final EventSerializer EVENTS =
      new EventSerializer(EventCatalog.of(DomainEvents.SEALED));

  static Collection<Class<?>> aggregates() {
    return Loaded.AGGREGATES;
  }

  private static DomainEventMessage<?> example(long sequence, Class<?> event) {
    String name = EventCatalog.nameOf(event);
    String revision = EventCatalog.revisionOf(event);
    try (InputStream golden =
        Objects.requireNonNull(
            SnapshotTest.class.getResourceAsStream("/golden/" + name + "/" + revision + ".json"))) {
      String json = new String(golden.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return Loaded.message(
          sequence,
          EVENTS.deserialize(new SimpleSerializedObject<>(json, String.class, name, revision)),
          new Taken("p", Given.TODAY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object begun(Class<?> aggregate) {
    return Loaded.from(aggregate, List.of(example(0, Loaded.events(aggregate).getFirst())));
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void noAggregateIsWithoutSnapshots(Class<?> aggregate) {
    assertThat(aggregate.getAnnotation(Aggregate.class).snapshotTriggerDefinition())
        .isEqualTo(Snapshots.TRIGGER);
    assertThat(aggregate).hasAnnotation(Revision.class);
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void whateverHappensToAnAggregateItsSnapshotTells(Class<?> aggregate) {
    List<Class<?>> events = Loaded.events(aggregate);
    for (Class<?> event : events) {
      Object loaded =
          Loaded.from(aggregate, List.of(example(0, events.getFirst()), example(1, event)));
      assertThat(Loaded.kept(loaded))
          .as(event.getSimpleName())
          .usingRecursiveComparison()
          .isEqualTo(loaded);
    }
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void aSnapshotOfThePresentShapeIsUnderstood(Class<?> aggregate) {
    assertThat(understands(aggregate, present(aggregate), json -> {})).isTrue();
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void aSnapshotOfAnotherRevisionIsPassedOver(Class<?> aggregate) {
    assertThat(understands(aggregate, "0", json -> {})).isFalse();
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void aSnapshotThatLacksAnythingIsPassedOver(Class<?> aggregate) {
    ObjectNode whole = json(begun(aggregate));
    for (String field : whole.propertyNames()) {
      assertThat(understands(aggregate, present(aggregate), json -> json.remove(field)))
          .as(field)
          .isFalse();
      for (String part : whole.get(field).propertyNames()) {
        assertThat(
                understands(
                    aggregate,
                    present(aggregate),
                    json -> ((ObjectNode) json.get(field)).remove(part)))
            .as(field + "." + part)
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void aSnapshotThatTellsMoreThanIsKnownIsPassedOver(Class<?> aggregate) {
    assertThat(understands(aggregate, present(aggregate), json -> json.put("unheardOf", 1)))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void aSnapshotWithAnEventOfAnotherRevisionIsPassedOver(Class<?> aggregate) {
    String event = EventCatalog.nameOf(Loaded.events(aggregate).getFirst());
    String stored = Loaded.SNAPSHOTS.serialize(begun(aggregate), String.class).getData();
    String older = stored.replaceAll("\"" + event + "/\\d+\"", "\"" + event + "/0\"");
    assertThat(older).isNotEqualTo(stored);
    assertThat(understands(aggregate, present(aggregate), older)).isFalse();
  }

  private static String present(Class<?> aggregate) {
    return EventCatalog.revisionOf(aggregate);
  }

  private static ObjectNode json(Object aggregate) {
    SerializedObject<String> stored = Loaded.SNAPSHOTS.serialize(aggregate, String.class);
    JsonNode read = JSON.readTree(stored.getData());
    return (ObjectNode) read;
  }

  private static boolean understands(
      Class<?> aggregate, String revision, Consumer<ObjectNode> change) {
    ObjectNode json = json(begun(aggregate));
    change.accept(json);
    return understands(aggregate, revision, JSON.writeValueAsString(json));
  }

  private static boolean understands(Class<?> aggregate, String revision, String json) {
    String name = Loaded.SNAPSHOTS.typeForClass(aggregate).getName();
    return Loaded.SNAPSHOTS.understands(
        new GenericDomainEventEntry<>(
            name, "any", 0, "any", Given.NOW, name, revision, json, "{}"));
  }
}
