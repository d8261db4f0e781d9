package plantrail.platform.messaging;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.kernel.catalog.DomainEvents;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.catalog.Revisions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is stored stays readable for ever. Each event has a golden file per revision, {@code
 * golden/<name>/<revision>.json}; none is ever changed or taken away.
 */
class EventContractTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final EventCatalog CATALOG = EventCatalog.of(DomainEvents.SEALED);

  private final EventSerializer serializer = new EventSerializer(CATALOG);

  static Collection<Class<?>> events() {
    return CATALOG.types();
  }

  private static Path golden(Class<?> event) {
    return GOLDEN
        .resolve(EventCatalog.nameOf(event))
        .resolve(EventCatalog.revisionOf(event) + ".json");
  }

  private static ObjectNode stored(Class<?> event) {
    return (ObjectNode) read(golden(event));
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object deserialised(String name, String revision, JsonNode payload) {
    return serializer.deserialize(
        new SimpleSerializedObject<>(
            JSON.writeValueAsString(payload), String.class, name, revision));
  }

  private Object deserialised(Class<?> event, JsonNode payload) {
    return deserialised(EventCatalog.nameOf(event), EventCatalog.revisionOf(event), payload);
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsReadFromItsGoldenFileAndWrittenBackTheSame(Class<?> event) {
    ObjectNode golden = stored(event);
    Object read = deserialised(event, golden);
    assertThat(read).isExactlyInstanceOf(event);
    SerializedObject<String> written = serializer.serialize(read, String.class);
    assertThat(written.getData()).isEqualTo(JSON.writeValueAsString(golden));
    assertThat(written.getType().getName()).isEqualTo(EventCatalog.nameOf(event));
    assertThat(written.getType().getRevision()).isEqualTo(EventCatalog.revisionOf(event));
  }

  @ParameterizedTest
  @MethodSource("events")
  void aGoldenFileGivesEveryComponentAValue(Class<?> event) {
    assertThat(stored(event).properties())
        .hasSize(event.getRecordComponents().length)
        .allSatisfy(each -> assertThat(each.getValue().isNull()).as(each.getKey()).isFalse());
  }

  @ParameterizedTest
  @MethodSource("events")
  void aMissingComponentIsAnErrorWhicheverItIs(Class<?> event) {
    for (RecordComponent component : event.getRecordComponents()) {
      ObjectNode payload = stored(event);
      payload.remove(component.getName());
      assertThatThrownBy(() -> deserialised(event, payload))
          .isInstanceOf(SerializationException.class)
          .hasStackTraceContaining(component.getName());
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void anUnknownFieldIsAnError(Class<?> event) {
    ObjectNode payload = stored(event).put("unheardOf", 1);
    assertThatThrownBy(() -> deserialised(event, payload))
        .isInstanceOf(SerializationException.class)
        .hasStackTraceContaining("unheardOf");
  }

  @Test
  void anUnknownNameIsAnError() {
    assertThatThrownBy(() -> deserialised("task-forgotten", "1", JSON.createObjectNode()))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("task-forgotten");
  }

  @ParameterizedTest
  @MethodSource("events")
  void aRevisionThatNoUpcasterLeadsFromIsAnError(Class<?> event) {
    String name = EventCatalog.nameOf(event);
    assertThatThrownBy(() -> deserialised(name, "9999", stored(event)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("revision 9999");
  }

  static Collection<Path> earlier() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      Set<Path> present = events().stream().map(EventContractTest::golden).collect(toSet());
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !present.contains(file))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void anEventOfAnEarlierRevisionIsReadAsOneOfThePresent(Path file) {
    String name = String.valueOf(file.getName(file.getNameCount() - 2));
    String revision = String.valueOf(file.getFileName()).replace(".json", "");
    ObjectNode stored = (ObjectNode) read(file);
    Object read = revised(name, revision, stored);
    assertThat(read).isExactlyInstanceOf(CATALOG.typeOf(name));
    ObjectNode now = (ObjectNode) JSON.readTree(serializer.serialize(read, String.class).getData());
    assertHolds(now, stored);
  }

  /** What was stored is still said; only fields may have come along. */
  private static void assertHolds(JsonNode now, JsonNode stored) {
    if (stored.isObject()) {
      stored.properties().forEach(each -> assertHolds(now.path(each.getKey()), each.getValue()));
    } else if (stored.isArray()) {
      assertThat(now.size()).isEqualTo(stored.size());
      for (int i = 0; i < stored.size(); i++) {
        assertHolds(now.get(i), stored.get(i));
      }
    } else {
      assertThat(now).isEqualTo(stored);
    }
  }

  private Object revised(String name, String revision, ObjectNode payload) {
    return new EventUpcasterChain(Revisions.ALL.stream().map(RevisedEvent::new).toList())
        .upcast(
            Stream.of(
                new InitialEventRepresentation(
                    new GenericDomainEventEntry<>(
                        "type",
                        "id",
                        0,
                        "event",
                        "2024-01-01T00:00:00Z",
                        name,
                        revision,
                        JSON.writeValueAsString(payload),
                        "{}"),
                    serializer)))
        .map(each -> serializer.deserialize(each.getData()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyGoldenFileBelongsToAnEvent() throws IOException {
    Set<String> names =
        events().stream().map(EventCatalog::nameOf).collect(Collectors.toUnmodifiableSet());
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()).toList())
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void everyConstantThatAnEventMayHoldStandsInAGoldenFile() {
    Set<String> texts = new HashSet<>();
    events().forEach(event -> collectTexts(stored(event), texts::add));
    List<String> constants = new ArrayList<>();
    Set<Type> visited = new HashSet<>();
    events().forEach(event -> collectConstants(event, visited, constants::add));
    assertThat(constants).isNotEmpty().allSatisfy(each -> assertThat(texts).contains(each));
  }

  private static void collectTexts(JsonNode node, Consumer<String> texts) {
    if (node.isString()) {
      texts.accept(node.stringValue());
    }
    node.forEach(child -> collectTexts(child, texts));
  }

  private static void collectConstants(Type type, Set<Type> visited, Consumer<String> constants) {
    if (!visited.add(type)) {
      return;
    }
    switch (type) {
      case ParameterizedType generic ->
          Arrays.stream(generic.getActualTypeArguments())
              .forEach(argument -> collectConstants(argument, visited, constants));
      case Class<?> plain when plain.isEnum() ->
          Arrays.stream(plain.getEnumConstants())
              .forEach(constant -> constants.accept(((Enum<?>) constant).name()));
      case Class<?> plain when plain.isRecord() ->
          Arrays.stream(plain.getRecordComponents())
              .forEach(part -> collectConstants(part.getGenericType(), visited, constants));
      default -> {}
    }
  }
}
