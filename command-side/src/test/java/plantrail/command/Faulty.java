package plantrail.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The same things said wrongly: a command with one field spoilt at a time, in several ways. */
public final class Faulty {
  private Faulty() {}

  /**
   * Copies of a record that differ from it in one field each, however deep, but for what it is a
   * step of.
   *
   * @param but names of fields that stay
   */
  @SuppressWarnings("unchecked")
  public static <R> Stream<R> of(R said, Set<String> but) {
    return (Stream<R>) copies((Record) said, but);
  }

  private static Stream<Object> copies(Record said, Set<String> but) {
    RecordComponent[] fields = said.getClass().getRecordComponents();
    Stream<Object> copies = Stream.empty();
    for (int i = 0; i < fields.length; i++) {
      int field = i;
      if (!but.contains(fields[i].getName()) && !saysWhatIsMeant(fields[i])) {
        copies =
            Stream.concat(
                copies,
                spoilt(fields[i].getType(), value(said, fields[i]), but)
                    .flatMap(each -> copy(said, fields, field, each)));
      }
    }
    return copies;
  }

  private static boolean saysWhatIsMeant(RecordComponent field) {
    return field.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class);
  }

  private static Stream<? extends Object> spoilt(
      Class<?> type, @Nullable Object value, Set<String> but) {
    if (value instanceof List<?> list) {
      return Stream.of(
              Stream.of(List.of()),
              Stream.of(Stream.concat(list.stream(), list.stream()).toList()),
              list.stream()
                  .flatMap(each -> spoilt(each.getClass(), each, but))
                  .map(each -> (Object) List.of(each)))
          .flatMap(each -> each);
    }
    if (value instanceof Record nested) {
      return copies(nested, but);
    }
    if (type == String.class) {
      return Stream.of(" ", "không-có", "x".repeat(30_000));
    }
    if (type == LocalDate.class) {
      return Stream.of(LocalDate.of(1950, 1, 1), LocalDate.of(2199, 12, 31));
    }
    if (type == int.class || type == Integer.class) {
      return Stream.of(-7, 999_999);
    }
    if (type == long.class) {
      return Stream.of(-7L, Long.MAX_VALUE);
    }
    if (type == BigDecimal.class) {
      return Stream.of(new BigDecimal("-7"), new BigDecimal("999999999"));
    }
    return type.isEnum() ? Arrays.stream(type.getEnumConstants()) : Stream.empty();
  }

  private static Object value(Record of, RecordComponent field) {
    try {
      field.getAccessor().setAccessible(true);
      return field.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** None where the record itself does not take that. */
  private static Stream<Object> copy(
      Record of, RecordComponent[] fields, int spoilt, @Nullable Object by) {
    Object[] values = Arrays.stream(fields).map(each -> value(of, each)).toArray();
    values[spoilt] = by;
    try {
      var constructor =
          of.getClass()
              .getDeclaredConstructor(
                  Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return Stream.of(constructor.newInstance(values));
    } catch (InvocationTargetException e) {
      return Stream.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
