package plantrail.query.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
 * enums, numbers, booleans and dates are columns of their kind, all else is JSON, but for {@link
 * Several}.
 *
 * @param <R> the record
 */
public final class Columns<R extends Record> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Part> parts;
  private final List<Column> columns;
  private final Constructor<R> constructor;

  /** Marks a component that is a record whose own components are columns of the same row. */
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Several {
    /** What these columns' names begin with. */
    String prefix() default "";
  }

  /** What a component of the record is in the row. */
  private sealed interface Part {
    RecordComponent component();

    List<Column> columns();

    /**
     * Its value in the row.
     *
     * @param prefix what the names of the record's columns begin with
     */
    @Nullable Object read(ResultSet row, String prefix) throws SQLException;
  }

  /** One column; by the accessors that lead to its value from the record. */
  private record Column(RecordComponent component, String name, List<Method> way) implements Part {

    Column within(RecordComponent outer, String prefix) {
      return new Column(
          component,
          prefix + name,
          Stream.concat(Stream.of(outer.getAccessor()), way.stream()).toList());
    }

    @Override
    public List<Column> columns() {
      return List.of(this);
    }

    @Override
    public @Nullable Object read(ResultSet row, String prefix) throws SQLException {
      return value(row, prefix + name, component);
    }
  }

  /** Some columns that are a record of their own. */
  private record Grouped(RecordComponent component, String prefix, Columns<?> inner)
      implements Part {

    @Override
    public List<Column> columns() {
      return inner.columns.stream().map(each -> each.within(component, prefix)).toList();
    }

    @Override
    public Object read(ResultSet row, String outer) throws SQLException {
      return inner.read(row, outer + prefix, Map.of());
    }
  }

  private Columns(Class<R> type) {
    this.parts = Stream.of(type.getRecordComponents()).map(Columns::part).toList();
    this.columns = parts.stream().flatMap(each -> each.columns().stream()).toList();
    try {
      this.constructor =
          type.getDeclaredConstructor(
              parts.stream().map(each -> each.component().getType()).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Part part(RecordComponent component) {
    component.getAccessor().setAccessible(true);
    Several several = component.getAnnotation(Several.class);
    return several == null
        ? new Column(component, snakeCase(component.getName()), List.of(component.getAccessor()))
        : new Grouped(
            component, several.prefix(), of(component.getType().asSubclass(Record.class)));
  }

  public static <R extends Record> Columns<R> of(Class<R> type) {
    return new Columns<>(type);
  }

  private static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** The columns' names in order. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** The columns' SQL types in order. */
  List<String> types() {
    return columns.stream().map(each -> sqlType(each.component().getType())).toList();
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
    return rows.stream().map(row -> text(columns.get(column), row)).toArray(String[]::new);
  }

  private static @Nullable String text(Column column, Record row) {
    try {
      Object value = row;
      for (Method accessor : column.way()) {
        value = accessor.invoke(value);
      }
      if (value == null) {
        return null;
      }
      return sqlType(column.component().getType()).equals("jsonb")
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
    return read(row, "", given);
  }

  private R read(ResultSet row, String prefix, Map<String, ?> given) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (Part part : parts) {
      Object value = given.get(part.component().getName());
      values.add(value != null ? value : part.read(row, prefix));
    }
    try {
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Not a " + constructor.getDeclaringClass() + ": " + values, e);
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
