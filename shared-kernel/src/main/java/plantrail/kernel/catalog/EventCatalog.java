package plantrail.kernel.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;

/**
 * Which logical name stands for which event: the name under which it is stored and shown, apart
 * from any class name. Built from the sealed lists, so no event can be forgotten.
 */
public final class EventCatalog {
  private final Map<String, Class<?>> byName = new LinkedHashMap<>();

  private EventCatalog() {}

  /** The catalogue of all events below those sealed interfaces. */
  public static EventCatalog of(Collection<? extends Class<?>> sealed) {
    EventCatalog catalog = new EventCatalog();
    sealed.stream().flatMap(EventCatalog::leaves).forEach(catalog::add);
    return catalog;
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCatalog::leaves)
        : Stream.of(type);
  }

  private void add(Class<?> event) {
    if (!event.isRecord() || !event.isAnnotationPresent(Revision.class)) {
      throw new IllegalArgumentException("An event is a record with a @Revision: " + event);
    }
    if (byName.putIfAbsent(nameOf(event), event) != null) {
      throw new IllegalArgumentException("Two events have the name " + nameOf(event));
    }
  }

  /** The logical name: the record's name in kebab case, for example {@code task-assigned}. */
  public static String nameOf(Class<?> event) {
    return kebab(event.getSimpleName());
  }

  /** A type's simple name in kebab case. */
  public static String kebab(String simpleName) {
    return simpleName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
  }

  /** The present revision of that event. */
  public static String revisionOf(Class<?> event) {
    return event.getAnnotation(Revision.class).value();
  }

  public boolean contains(Class<?> type) {
    return byName.containsValue(type);
  }

  /** The event of that name; throws IllegalArgumentException for an unknown one. */
  public Class<?> typeOf(String name) {
    Class<?> type = byName.get(name);
    if (type == null) {
      throw new IllegalArgumentException(
          "The log holds an event “" + name + "” that this version does not know");
    }
    return type;
  }

  /** All events, in the order of the sealed lists. */
  public Collection<Class<?>> types() {
    return byName.values();
  }
}
