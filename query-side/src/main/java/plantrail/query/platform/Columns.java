package plantrail.query.platform;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record whose components are columns: {@code handedInOn} is {@code handed_in_on}. Strings,
 * enums, numbers, booleans and dates are columns of their kind, all else is JSON.
 *
 * @param <R> the record
 */
public final class Columns<R extends Record> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RecordComponent[] components;
  private final String[] names;
  private final Constructor<R> constructor;

  private Columns(Class<R> type) {
    this.components = type.getRecordComponents();
    this.names =
        Stream.of(components).map(each -> snakeCase(each.getName())).toArray(String[]::new);
    try {
      this.constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      Stream.of(components).forEach(each -> each.getAccessor().setAccessible(true));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static <R extends Record> Columns<R> of(Class<R> type) {
    return new Columns<>(type);
  }

  private static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** The columns' names in order. */
  public List<String> names() {
    return List.of(names);
  }

  /** The columns' SQL types in order. */
  List<String> types() {
    return Stream.of(components).map(each -> sqlType(each.getType())).toList();
  }

  private static String sqlType(Class<?> type) {
    if (type == String.class || type.isEnum()) {
      return "text";
    } else if (type == int.class || type == Integer.class) {
      return "int4";
    } else if (type == long.class || type == Long.class) {
      return "int8";
    } else if (type == boolean.class || type == Boolean.class) {
      return "bool";
    } else if (type == LocalDate.class) {
      return "date";
    } else if (type == Instant.class) {
      return "timestamptz";
    }
    return "jsonb";
  }

  /** The values of one column in all those rows, as PostgreSQL reads them. */
  @Nullable String[] values(int column, List<R> rows) {
    return rows.stream().map(row -> text(components[column], row)).toArray(String[]::new);
  }

  private static @Nullable String text(RecordComponent component, Record row) {
    try {
      Object value = component.getAccessor().invoke(row);
      if (value == null) {
        return null;
      }
      return sqlType(component.getType()).equals("jsonb")
          ? JSON.writeValueAsString(value)
          : value.toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a statement whose parameters are the values of one column each. */
  static void execute(JdbcTemplate jdbc, String sql, List<@Nullable String[]> values) {
    jdbc.execute(
        sql,
        (PreparedStatement statement) -> {
          for (int i = 0; i < values.size(); i++) {
            Array array = statement.getConnection().createArrayOf("text", values.get(i));
            statement.setArray(i + 1, array);
          }
          return statement.executeUpdate();
        });
  }

  /** The row as a record. */
  public R read(ResultSet row) throws SQLException {
    return read(row, Map.of());
  }

  /**
   * The row as a record.
   *
   * @param given values of components that are no columns, by name
   */
  public R read(ResultSet row, Map<String, ?> given) throws SQLException {
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object value = given.get(components[i].getName());
      values[i] = value != null ? value : value(row, names[i], components[i]);
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Not a " + constructor.getDeclaringClass() + ": " + Arrays.toString(values), e);
    }
  }

  private static @Nullable Object value(ResultSet row, String name, RecordComponent component)
      throws SQLException {
    Class<?> type = component.getType();
    if (row.getObject(name) == null) {
      return null;
    } else if (type == String.class) {
      return row.getString(name);
    } else if (type.isEnum()) {
      return constant(type, row.getString(name));
    } else if (type == int.class || type == Integer.class) {
      return row.getInt(name);
    } else if (type == long.class || type == Long.class) {
      return row.getLong(name);
    } else if (type == boolean.class || type == Boolean.class) {
      return row.getBoolean(name);
    } else if (type == LocalDate.class) {
      return row.getObject(name, LocalDate.class);
    } else if (type == Instant.class) {
      return row.getObject(name, OffsetDateTime.class).toInstant();
    } else if (type == JsonNode.class) {
      return JSON.readTree(row.getString(name));
    }
    return JSON.readValue(row.getString(name), JSON.constructType(component.getGenericType()));
  }

  private static Object constant(Class<?> type, String name) {
    return Stream.of(type.getEnumConstants())
        .filter(each -> ((Enum<?>) each).name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
