package plantrail.platform.docs;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Counted;

/** Of fields in which a target names what it counts, lists those constants alone that count. */
@Component
public class CountedDocs implements PropertyCustomizer {

  /** Lists in the schema those of an enum's constants that a target may count. */
  public static void showCounted(Schema<?> schema, Class<?> constants) {
    keep(
        schema,
        Arrays.stream(constants.getEnumConstants())
            .filter(each -> ((Counted.Countable) each).counts())
            .map(Object::toString)
            .toList());
  }

  @SuppressWarnings("unchecked")
  private static void keep(Schema<?> schema, List<String> names) {
    ((Schema<Object>) schema).setEnum(List.copyOf(names));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Schema customize(Schema property, AnnotatedType type) {
    boolean counted =
        Stream.ofNullable(type.getCtxAnnotations())
            .flatMap(Arrays::stream)
            .anyMatch(Counted.class::isInstance);
    Class<?> constants = counted ? raw(type) : null;
    if (constants != null) {
      showCounted(property, constants);
    }
    return property;
  }

  private static @Nullable Class<?> raw(AnnotatedType type) {
    return com.fasterxml.jackson.databind.type.TypeFactory.defaultInstance()
        .constructType(type.getType())
        .getRawClass();
  }
}
