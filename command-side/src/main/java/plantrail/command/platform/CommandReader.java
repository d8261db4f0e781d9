package plantrail.command.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.Command;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.NotEmpty;
import plantrail.kernel.message.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a command from JSON and tells of all faulty fields at once, where a mapper would stop at
 * the first: unknown ones, missing ones, those of another type.
 */
@Component
public class CommandReader {
  private static final int MOST_DIGITS = 20;

  /** A small request shall not make a large answer. */
  private static final int MOST_ERRORS = 100;

  /** Each element may cost a look into the log. */
  private static final int LONGEST_LIST = 5_000;

  /** What every command may state beside its own fields; see {@link Occurrence}. */
  record Stated(@Nullable LocalDate happenedOn, @Nullable String backdatingReason) {}

  /** A command with what is stated beside it. */
  public record Read<C extends Command>(C command, Stated stated) {}

  /** The command; refuses with INVALID_ARGUMENT, naming every faulty field. */
  public <C extends Command> Read<C> read(Class<C> type, JsonNode json) {
    Reading reading = new Reading();
    if (!json.isObject()) {
      reading.fault("", "field.not-an-object");
      throw Refusal.invalid(reading.errors);
    }
    Set<String> beside = beside(type).map(RecordComponent::getName).collect(Collectors.toSet());
    ObjectNode own = ((ObjectNode) json).deepCopy().remove(beside);
    ObjectNode stated = ((ObjectNode) json).deepCopy().retain(beside);
    Object command = reading.object(type, own, "", beside);
    Object occurrence = reading.object(Stated.class, stated, "", Set.of());
    Refusal.ifAny(reading.errors);
    return new Read<>(
        type.cast(java.util.Objects.requireNonNull(command)),
        (Stated) java.util.Objects.requireNonNull(occurrence));
  }

  /** What may be stated beside a command: all but what is a field of its own. */
  static Stream<RecordComponent> beside(Class<? extends Command> type) {
    Set<String> own =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    return Arrays.stream(Stated.class.getRecordComponents())
        .filter(each -> !own.contains(each.getName()));
  }

  /** Whether a field must be there; a list that is left out is empty, or null if it may be. */
  static boolean isRequired(RecordComponent field) {
    return field.getType() == List.class ? mayNotBeEmpty(field) : !mayBeNull(field);
  }

  /** Whether a list must have an element. */
  static boolean mayNotBeEmpty(RecordComponent field) {
    return field.isAnnotationPresent(NotEmpty.class);
  }

  /** Whether a list that is left out is another thing than an empty one: all stays as it is. */
  static boolean staysIfLeftOut(RecordComponent field) {
    return field.getType() == List.class && mayBeNull(field);
  }

  private static boolean mayBeNull(RecordComponent field) {
    return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Whether a record stands for one text. */
  static boolean isValue(Class<?> type) {
    return type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
  }

  private static final class Reading {
    private final List<FieldError> errors = new ArrayList<>();
    private int faults;

    private @Nullable Object fault(String path, String message, String... arguments) {
      faults++;
      if (errors.size() < MOST_ERRORS) {
        errors.add(FieldError.of(path, message, arguments));
      }
      return null;
    }

    private @Nullable Object object(Class<?> type, JsonNode json, String path) {
      return object(type, json, path, Set.of());
    }

    /**
     * @param beside what may be said beside its own fields, and is read elsewhere
     */
    private @Nullable Object object(Class<?> type, JsonNode json, String path, Set<String> beside) {
      int before = faults;
      RecordComponent[] components = type.getRecordComponents();
      Set<String> names =
          Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
      json.propertyNames().stream()
          .filter(name -> !names.contains(name))
          .forEach(name -> fault(path + name, "field.unknown", list(components, beside)));
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        values[i] = component(components[i], json, path);
      }
      return faults > before ? null : create(type, components, values, path);
    }

    private @Nullable Object create(
        Class<?> type, RecordComponent[] components, Object[] values, String path) {
      try {
        Class<?>[] types =
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(values);
      } catch (ReflectiveOperationException e) {
        if (e.getCause() instanceof IllegalArgumentException) {
          return fault(field(path), "field.contradiction", list(components, Set.of()));
        }
        throw new IllegalStateException(e);
      }
    }

    private @Nullable Object component(RecordComponent component, JsonNode json, String path) {
      JsonNode value = json.get(component.getName());
      String at = path + component.getName();
      boolean empty = value == null || value.isNull() || (value.isArray() && value.isEmpty());
      if (empty && mayNotBeEmpty(component)) {
        return fault(at, "field.empty-list");
      }
      if (value != null && !value.isNull()) {
        return value(component.getGenericType(), value, at);
      }
      if (component.getType() == List.class) {
        return staysIfLeftOut(component) ? null : List.of();
      }
      return isRequired(component) ? fault(at, "field.missing") : null;
    }

    private @Nullable Object value(Type type, JsonNode json, String path) {
      if (json.isString() && !json.stringValue().codePoints().allMatch(Reading::isText)) {
        return fault(path, "field.control-character");
      }
      if (type instanceof ParameterizedType list) {
        return list(list.getActualTypeArguments()[0], json, path);
      }
      Class<?> of = (Class<?>) type;
      if (of.isRecord()) {
        return isValue(of) ? wrapped(of, json, path) : record(of, json, path);
      }
      if (of.isEnum()) {
        return constant(of, json, path);
      }
      if (of == String.class) {
        return json.isString() ? json.stringValue() : fault(path, "field.not-text");
      }
      if (of == LocalDate.class) {
        return date(json, path);
      }
      if (of == int.class || of == Integer.class) {
        return json.canConvertToInt() && json.isIntegralNumber()
            ? (Object) json.intValue()
            : fault(path, "field.not-integer");
      }
      if (of == long.class) {
        return json.canConvertToLong() && json.isIntegralNumber()
            ? (Object) json.longValue()
            : fault(path, "field.not-integer");
      }
      if (of == boolean.class || of == Boolean.class) {
        return json.isBoolean() ? (Object) json.booleanValue() : fault(path, "field.not-boolean");
      }
      if (of == BigDecimal.class) {
        return json.isNumber()
            ? number(json.decimalValue(), path)
            : fault(path, "field.not-number");
      }
      throw new IllegalStateException("A command has no fields of " + of);
    }

    private @Nullable Object record(Class<?> type, JsonNode json, String path) {
      return json.isObject() ? object(type, json, path + ".") : fault(path, "field.not-an-object");
    }

    private @Nullable Object list(Type element, JsonNode json, String path) {
      if (!json.isArray()) {
        return fault(path, "field.not-a-list");
      }
      if (json.size() > LONGEST_LIST) {
        return fault(
            path,
            "field.list-too-long",
            Integer.toString(LONGEST_LIST),
            Integer.toString(json.size()));
      }
      List<@Nullable Object> values = new ArrayList<>();
      int before = faults;
      for (int i = 0; i < json.size(); i++) {
        String at = path + "[" + i + "]";
        JsonNode each = json.get(i);
        values.add(each.isNull() ? fault(at, "field.missing") : value(element, each, at));
      }
      return faults > before ? null : values;
    }

    private @Nullable Object constant(Class<?> type, JsonNode json, String path) {
      for (Object constant : type.getEnumConstants()) {
        if (json.isString() && ((Enum<?>) constant).name().equals(json.stringValue())) {
          return constant;
        }
      }
      return fault(
          path,
          "field.not-one-of",
          Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", ")),
          json.isString() ? json.stringValue() : json.toString());
    }

    private @Nullable Object date(JsonNode json, String path) {
      String text = json.isString() ? json.stringValue() : json.toString();
      try {
        LocalDate date = LocalDate.parse(text);
        return Check.isYear(date.getYear())
            ? date
            : fault(
                path,
                "field.year",
                Integer.toString(Check.FIRST_YEAR),
                Integer.toString(Check.LAST_YEAR),
                text);
      } catch (DateTimeParseException e) {
        return fault(path, "field.not-a-date", text);
      }
    }

    /** Numbers are the same by what they are worth: 95.0 is 95. */
    private @Nullable Object number(BigDecimal number, String path) {
      return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS
          ? plain(number.stripTrailingZeros())
          : fault(path, "field.too-many-digits", Integer.toString(MOST_DIGITS));
    }

    private static BigDecimal plain(BigDecimal number) {
      return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** Neither a control character nor half of a surrogate pair: the log could not keep those. */
    private static boolean isText(int codePoint) {
      return codePoint == '\t'
          || codePoint == '\n'
          || codePoint == '\r'
          || !(Character.isISOControl(codePoint)
              || Character.getType(codePoint) == Character.SURROGATE);
    }

    private @Nullable Object wrapped(Class<?> type, JsonNode json, String path) {
      if (!json.isString()) {
        return fault(path, "field.not-text");
      }
      return create(type, type.getRecordComponents(), new Object[] {json.stringValue()}, path);
    }

    private static String field(String path) {
      return path.endsWith(".") ? path.substring(0, path.length() - 1) : path;
    }

    private static String list(RecordComponent[] components, Set<String> beside) {
      return Stream.concat(
              Arrays.stream(components).map(RecordComponent::getName), beside.stream().sorted())
          .collect(Collectors.joining(", "));
    }
  }
}
